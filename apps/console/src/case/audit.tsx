import { useState } from 'react';
import { Button, Skeleton, Tag } from 'antd';
import { useClient } from 'urql';
import { graphql } from '../graph/generated/index.js';
import type { CaseAuditQuery } from '../graph/generated/graphql.js';
import { problemOf } from '../graph/problems.js';
import { instant } from '../words/instants.js';
import { useCaseWords } from './words.js';

const AUDIT = graphql(`
  query CaseAudit($number: ID!, $after: String) {
    caseAudit(number: $number, after: $after, first: 50) {
      items { id at operation outcome errorCode actorKind actorSubject clientId targetType targetId isChained }
      endCursor
    }
  }
`);
const WHO = graphql(`query AuditedPerson($id: ID!) { person(id: $id) { id name } }`);

type Page = CaseAuditQuery['caseAudit'];

/** Who did, tried or looked at what on this case, for those who look after how it is treated. Asked for when it is opened. */
export function Audit({ number }: { number: string }) {
  const t = useCaseWords();
  const client = useClient();
  const [page, setPage] = useState<Page | null>(null);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const read = async () => {
    setBusy(true);
    const { data, error } = await client.query(AUDIT, { number, after: page?.endCursor ?? null }).toPromise();
    setBusy(false);
    setProblem(error ? problemOf(error).message || t('noNetwork') : null);
    if (!data) return;
    setPage({ items: [...(page?.items ?? []), ...data.caseAudit.items], endCursor: data.caseAudit.endCursor });
    const unknown = new Set(data.caseAudit.items.flatMap(({ actorSubject, actorKind }) => (actorKind === 'person' && actorSubject && !(actorSubject in names) ? [actorSubject] : [])));
    const found = await Promise.all([...unknown].map((id) => client.query(WHO, { id }).toPromise()));
    setNames((before) => ({ ...before, ...Object.fromEntries(found.flatMap(({ data: answer }) => (answer?.person ? [[answer.person.id, answer.person.name]] : []))) }));
  };

  return (
    <section className="audit card">
      <h2>{t('audit.title')}</h2>
      {problem && <p role="alert" className="quiet">{problem}</p>}
      {page?.items.length === 0 && <p className="quiet">{t('audit.none')}</p>}
      <ol>
        {page?.items.map(({ id, at, operation, outcome, errorCode, actorKind, actorSubject, clientId, targetType, targetId, isChained }) => (
          <li key={id}>
            <p className="line"><b>{operation}</b><Tag color={outcome === 'done' ? 'green' : outcome === 'refused' ? 'orange' : 'red'}>{t(`audit.outcome.${outcome}`)}</Tag>{errorCode && <code>{errorCode}</code>}</p>
            <p className="quiet">
              {[names[actorSubject ?? ''] ?? t(`audit.who.${actorKind}`), clientId, instant(at), targetType === 'task' ? targetId : null, t(isChained ? 'audit.chained' : 'audit.unchained')].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      {isBusy && page === null && <Skeleton active paragraph={{ rows: 3 }} />}
      {(page === null || page.endCursor) && <Button size="small" loading={isBusy} onClick={() => void read()}>{t(page === null ? 'audit.show' : 'audit.more')}</Button>}
    </section>
  );
}
