import { useMemo } from 'react';
import { Route, Routes, useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { AnswerStates, Nothing } from '../../kit/states.js';
import { useScope } from '../scope.js';
import { POLICIES } from './documents.js';
import { PolicyView } from './policy-view.js';
import { RuleLab } from './rule-lab.js';
import { VersionList } from './version-list.js';
import { inForceAt, type Version } from './versions.js';
import { usePolicyWords } from './words.js';
import './policies.css';

interface Shown {
  versions: readonly Version[];
  onChange(): void;
}

/** 办理政策: the versions, one in a form, and what one would make of past cases. */
export function PoliciesPage() {
  const { county } = useScope();
  const variables = useMemo(() => ({ county: county.code }), [county.code]);
  const [answer, ask] = useQuery({ query: POLICIES, variables, requestPolicy: 'cache-and-network' });
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <AnswerStates answer={answer} onRetry={again}>
      {({ policies }) => (
        <Routes>
          <Route index element={<VersionList versions={policies} onChange={again} />} />
          <Route path="new" element={<NewVersion versions={policies} onChange={again} />} />
          <Route path=":version" element={<OneVersion versions={policies} onChange={again} />} />
          <Route path=":version/lab" element={<Lab versions={policies} />} />
        </Routes>
      )}
    </AnswerStates>
  );
}

function useVersion(versions: readonly Version[]): Version | undefined {
  const { version } = useParams();
  return versions.find((one) => String(one.version) === version);
}

function NewVersion({ versions, onChange }: Shown) {
  const t = usePolicyWords();
  const [params] = useSearchParams();
  const from = params.get('from');
  const base = versions.find(({ version }) => String(version) === from) ?? inForceAt(versions, new Date());
  return base ? <PolicyView key={`new-${base.version}`} base={base} isNew onChange={onChange} /> : <Nothing title={t('unknown')} />;
}

function OneVersion({ versions, onChange }: Shown) {
  const t = usePolicyWords();
  const version = useVersion(versions);
  return version ? <PolicyView key={version.version} base={version} isNew={false} onChange={onChange} /> : <Nothing title={t('unknown')} />;
}

function Lab({ versions }: Pick<Shown, 'versions'>) {
  const t = usePolicyWords();
  const version = useVersion(versions);
  return version ? <RuleLab version={version} /> : <Nothing title={t('unknown')} />;
}
