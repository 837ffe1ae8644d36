import { useState } from 'react';
import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient, type CombinedError } from 'urql';
import { DataTable } from '../../kit/data-table.js';
import { DayInput } from '../../kit/day-input.js';
import { afterDay, startOfDay, today } from '../../kit/days.js';
import { formProblem, type FormProblem } from '../../kit/problem.js';
import { Nothing } from '../../kit/states.js';
import { instant } from '../../words/instants.js';
import type { AdminReplayPolicyQuery } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { REPLAY } from './documents.js';
import type { Version } from './versions.js';
import { usePolicyWords } from './words.js';

type Replay = AdminReplayPolicyQuery['replayPolicy'];
interface Span {
  from: string;
  to: string;
}

const MONTH_MS = 30 * 86_400_000;
const monthBefore = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) - MONTH_MS).toISOString().slice(0, 10);

/** 规则试验: past cases again under one version, beside what the one in force makes of them. */
export function RuleLab({ version: { version: n } }: { version: Version }) {
  const t = usePolicyWords();
  const { t: shared } = useTranslation();
  const { county } = useScope();
  const client = useClient();
  const [replay, setReplay] = useState<Replay | null>(null);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const rules = [{ required: true, message: shared('required') }];
  const run = async ({ from, to }: Span) => {
    setBusy(true);
    setProblem(null);
    const until = to >= today() ? null : afterDay(to);
    const { data, error } = await client.query(REPLAY, { county: county.code, version: n, from: startOfDay(from), to: until }, { requestPolicy: 'network-only' }).toPromise();
    setBusy(false);
    setReplay(data?.replayPolicy ?? null);
    if (error || !data) setProblem(formProblem(error as CombinedError));
  };
  return (
    <>
      <Link className="policy-back" to={`/admin/policies/${n}`}>‹ {t('version', { n })}</Link>
      <header className="admin-head"><h1>{t('labTitle', { n })}</h1></header>
      <p className="quiet policy-hint">{t('labHint')}</p>
      <section className="admin-card">
        <Form<Span> layout="inline" className="body policy-span" requiredMark={false} initialValues={{ from: monthBefore(today()), to: today() }} onFinish={(span) => void run(span)}>
          <Form.Item name="from" label={t('labFrom')} rules={rules}><DayInput max={today()} /></Form.Item>
          <Form.Item name="to" label={t('labTo')} rules={rules}><DayInput max={today()} /></Form.Item>
          <Button type="primary" htmlType="submit" loading={isBusy}>{t('run')}</Button>
        </Form>
      </section>
      {problem && <Alert type="warning" showIcon className="kit-alert" title={problem.message || shared('noNetwork')} />}
      {replay && <Outcome replay={replay} />}
    </>
  );
}

function Outcome({ replay }: { replay: Replay }) {
  const t = usePolicyWords();
  const { t: shared } = useTranslation();
  const { cases, comparedWith, isTruncated, otherPath, otherDeadline, sooner, later, byPath, differences } = replay;
  if (cases === 0) return <section className="admin-card"><Nothing title={t('labNone')}>{t('labNoneText')}</Nothing></section>;
  const pathOf = ({ path, lastPath }: Replay['differences'][number]['before']) => (path === lastPath ? shared(`path.${path}`) : `${shared(`path.${path}`)} → ${shared(`path.${lastPath}`)}`);
  return (
    <div aria-live="polite">
      <p className="policy-hint"><b>{t('replayed', { n: cases, before: comparedWith })}</b>{isTruncated && ` ${t('truncated')}`}</p>
      <dl className="policy-counts">
        {([['otherPath', otherPath], ['otherDeadline', otherDeadline], ['sooner', sooner], ['later', later]] as const).map(([name, count]) => <div key={name}><dt>{t(name)}</dt><dd>{count}</dd></div>)}
      </dl>
      <section className="admin-card" aria-label={t('byPath')}>
        <header><h2>{t('byPath')}</h2></header>
        <DataTable
          label={t('byPath')}
          rows={byPath}
          keyOf={({ path }) => path}
          columns={[
            { key: 'path', title: t('pathChange'), cell: ({ path }) => shared(`path.${path}`) },
            { key: 'before', title: t('before'), isNumber: true, cell: ({ before }) => before },
            { key: 'draft', title: t('after'), isNumber: true, cell: ({ draft }) => draft },
          ]}
        />
      </section>
      <section className="admin-card" aria-label={t('differences')}>
        <header><h2>{t('differences')}</h2></header>
        {differences.length === 0 ? (
          <Nothing title={t('same')}>{t('sameText')}</Nothing>
        ) : (
          <DataTable
            label={t('differences')}
            rows={differences}
            keyOf={({ caseNumber }) => caseNumber}
            columns={[
              { key: 'case', title: t('caseNumber'), cell: ({ caseNumber }) => <Link to={`/cases/${caseNumber}`}>{caseNumber}</Link> },
              { key: 'path', title: t('pathChange'), cell: ({ before, draft }) => <Change before={pathOf(before)} after={pathOf(draft)} /> },
              { key: 'due', title: t('dueChange'), cell: ({ before, draft }) => <Change before={instant(before.dueAt)} after={instant(draft.dueAt)} /> },
            ]}
          />
        )}
      </section>
    </div>
  );
}

/** What it was and what it would be; only once where nothing would change. */
function Change({ before, after }: { before: string; after: string }) {
  if (before === after) return <>{before}</>;
  return <span className="policy-change"><del>{before}</del> <ins>{after}</ins></span>;
}
