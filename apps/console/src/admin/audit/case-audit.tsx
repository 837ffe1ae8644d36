import { useCallback } from 'react';
import { Input } from 'antd';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { ListStates, Nothing } from '../../kit/states.js';
import { answerOf } from '../../kit/use-act.js';
import { usePages } from '../../kit/use-pages.js';
import { AuditTable, type EntryShown } from './audit-table.js';
import { CASE_AUDIT } from './documents.js';
import { useAuditWords } from './words.js';

const PAGE = 50;

/** What was done about one case and its tasks. */
export function CaseAudit() {
  const t = useAuditWords();
  const [params, setParams] = useSearchParams();
  const number = params.get('number') ?? '';
  return (
    <>
      <div className="admin-tools">
        <Input.Search
          className="search"
          enterButton={t('find')}
          aria-label={t('number')}
          placeholder={t('numberHint')}
          defaultValue={number}
          onSearch={(value) => setParams(value.trim() ? { number: value.trim() } : {}, { replace: true })}
        />
      </div>
      <section className="admin-card">{number === '' ? <Nothing title={t('enterNumber')} /> : <Entries key={number} number={number} />}</section>
    </>
  );
}

function Entries({ number }: { number: string }) {
  const t = useAuditWords();
  const client = useClient();
  const load = useCallback(
    async (after: string | null) => {
      const { caseAudit } = await answerOf(client, CASE_AUDIT, { number, after, first: PAGE });
      return { items: caseAudit.items, next: caseAudit.endCursor ?? null };
    },
    [client, number],
  );
  const pages = usePages<EntryShown>(load);
  return (
    <ListStates pages={pages} empty={<Nothing title={t('nothing')} />}>
      {(entries) => <AuditTable entries={entries} withService={false} />}
    </ListStates>
  );
}
