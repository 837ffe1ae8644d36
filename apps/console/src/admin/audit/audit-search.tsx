import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { afterDay, startOfDay } from '../../kit/days.js';
import { ListStates, Nothing } from '../../kit/states.js';
import { answerOf } from '../../kit/use-act.js';
import { usePages } from '../../kit/use-pages.js';
import type { AuditFilterInput, AuditOutcome } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { AuditFilters, type Wishes } from './audit-filters.js';
import { AuditTable, type EntryShown } from './audit-table.js';
import { AUDIT_OF, SERVICES, type Service } from './documents.js';
import { merged } from './merged.js';
import { useAuditWords } from './words.js';

const PAGE = 40;
const OUTCOMES = ['done', 'refused', 'failed'] as const;

/** All services as one list, or one of them. The address holds the conditions, so that a search can be sent on. */
export function AuditSearch() {
  const t = useAuditWords();
  const client = useClient();
  const { county } = useScope();
  const [params, setParams] = useSearchParams();
  const wishes = useMemo(() => wishesOf(params), [params]);
  const set = (name: keyof Wishes, value: string | undefined) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    }, { replace: true });
  const load = useMemo(() => {
    const filter = filterOf(wishes, county.code);
    const services: readonly Service[] = wishes.service ? [wishes.service] : SERVICES;
    return merged(services, PAGE, async (service, after) => (await answerOf(client, AUDIT_OF[service], { filter, after, first: PAGE })).page);
  }, [client, wishes, county.code]);
  const pages = usePages<EntryShown>(useCallback((after: string | null) => load(after), [load]));
  return (
    <>
      <AuditFilters wishes={wishes} onChange={set} />
      <section className="admin-card">
        <ListStates pages={pages} empty={<Nothing title={t('nothing')}>{t('nothingText')}</Nothing>}>
          {(entries) => <AuditTable entries={entries} withService={!wishes.service} />}
        </ListStates>
      </section>
    </>
  );
}

function wishesOf(params: URLSearchParams): Wishes {
  const text = (name: string) => params.get(name) ?? undefined;
  return {
    service: SERVICES.find((one) => one === params.get('service')),
    outcome: OUTCOMES.find((one) => one === params.get('outcome')),
    ...{ from: text('from'), to: text('to'), actor: text('actor'), operation: text('operation'), targetType: text('targetType'), targetId: text('targetId') },
  };
}

function filterOf({ from, to, actor, operation, targetType, targetId, outcome }: Wishes, countyCode: string): AuditFilterInput {
  return {
    countyCode,
    ...(from && { from: startOfDay(from) }),
    ...(to && { to: afterDay(to) }),
    ...(actor && { actor }),
    ...(operation && { operations: operation.split(',') }),
    ...(targetType && { targetType }),
    ...(targetId && { targetId: targetId.trim() }),
    ...(outcome && { outcome: outcome as AuditOutcome }),
  };
}
