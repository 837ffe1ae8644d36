import { useCallback, useState } from 'react';
import { App, Alert, Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { DataTable } from '../../kit/data-table.js';
import { ListStates, Nothing } from '../../kit/states.js';
import type { FormProblem } from '../../kit/problem.js';
import { answerOf, useAct } from '../../kit/use-act.js';
import { pageByKey, usePages } from '../../kit/use-pages.js';
import { instant } from '../../words/instants.js';
import type { AdminCalendarPreviewQuery, LoadCalendarInput } from '../generated/graphql.js';
import { LOAD, PREVIEW } from './documents.js';
import { useCalendarWords } from './words.js';

type Moved = AdminCalendarPreviewQuery['previewWorkingCalendar']['deadlines'][number];
const PAGE = 50;

/** Every open deadline that would move, and the loading of what was looked at: it confirms how many those were. */
export function MovedDeadlines({ input, onLoaded }: { input: LoadCalendarInput; onLoaded(): void }) {
  const t = useCalendarWords();
  const { t: shared } = useTranslation();
  const client = useClient();
  const act = useAct();
  const { message } = App.useApp();
  const [counts, setCounts] = useState<{ moved: number; cases: number } | null>(null);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const load = useCallback(
    async (after: string | null) => {
      const { previewWorkingCalendar: found } = await answerOf(client, PREVIEW, { input, after, first: PAGE });
      setCounts({ moved: found.moved, cases: found.casesTold });
      return pageByKey(found.deadlines, PAGE, ({ id }) => id);
    },
    [client, input],
  );
  const pages = usePages<Moved>(load);
  const take = async () => {
    if (!counts) return;
    setBusy(true);
    const { problem: found } = await act(LOAD, { input, confirmMoved: counts.moved });
    setBusy(false);
    setProblem(found);
    // Cases came and went meanwhile: what is confirmed has to be what is seen.
    if (found?.code === 'CALENDAR_PREVIEW_STALE') pages.again();
    if (found) return;
    void message.success(t('loaded'));
    onLoaded();
  };
  return (
    <section className="admin-card" aria-labelledby="moved">
      <header>
        <h2 id="moved" role="status">{counts ? t('moved', counts) : t('preview')}</h2>
        {counts && <Button type="primary" className="push" loading={isBusy} onClick={() => void take()}>{t('load')}</Button>}
      </header>
      {problem && <Alert type="warning" showIcon title={problem.message || shared('noNetwork')} />}
      <ListStates pages={pages} empty={<Nothing title={t('noMoved')}>{t('noMovedText')}</Nothing>}>
        {(deadlines) => (
          <DataTable
            label={t('preview')}
            rows={deadlines}
            keyOf={({ id }) => id}
            columns={[
              { key: 'case', title: t('columns.case'), cell: ({ caseNumber }) => <Link to={`/cases/${caseNumber}`}>{caseNumber}</Link> },
              { key: 'clock', title: t('columns.clock'), cell: ({ clock }) => t(`clock.${clock.startsWith('unit:') ? 'unit' : clock}`) },
              { key: 'now', title: t('columns.now'), cell: ({ dueAt }) => instant(dueAt) },
              { key: 'then', title: t('columns.then'), cell: (moved) => <span>{instant(moved.newDueAt)} <Moves moved={moved} /></span> },
            ]}
          />
        )}
      </ListStates>
    </section>
  );
}

function Moves({ moved: { dueAt, newDueAt, wasProvisional, isProvisional } }: { moved: Moved }) {
  const t = useCalendarWords();
  const isLater = Date.parse(newDueAt) > Date.parse(dueAt);
  return (
    <>
      {dueAt !== newDueAt && <Tag color={isLater ? 'blue' : 'gold'}>{t(isLater ? 'later' : 'sooner')}</Tag>}
      {wasProvisional && !isProvisional && <Tag color="green">{t('certain')}</Tag>}
      {isProvisional && <Tag>{t('stillProvisional')}</Tag>}
    </>
  );
}
