import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { DataTable } from '../../kit/data-table.js';
import { sayDay } from '../../kit/days.js';
import { AnswerStates, Nothing } from '../../kit/states.js';
import type { ClientShown } from './clients.page.js';
import { USAGE } from './documents.js';
import { useClientWords } from './words.js';

/** What an outside system was let start and was refused, day by day. */
export function ClientUse({ client, onClose }: { client: ClientShown; onClose(): void }) {
  const t = useClientWords();
  const { t: shared } = useTranslation();
  const [answer, ask] = useQuery({ query: USAGE, variables: { subject: client.subject } });
  return (
    <Drawer open rootClassName="kit-drawer" size={460} title={t('usageTitle', { name: client.name })} onClose={onClose} closable={{ 'aria-label': shared('cancel') }}>
      <AnswerStates answer={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ clientUsage }) =>
          clientUsage.length === 0 ? (
            <Nothing title={t('usageNone')} />
          ) : (
            <DataTable
              label={t('usage')}
              rows={clientUsage}
              keyOf={({ day }) => day}
              columns={[
                { key: 'day', title: t('usageDay'), cell: ({ day }) => sayDay(day) },
                { key: 'started', title: t('started'), isNumber: true, cell: ({ started }) => started },
                { key: 'refused', title: t('refused'), isNumber: true, cell: ({ refused }) => refused },
              ]}
            />
          )
        }
      </AnswerStates>
    </Drawer>
  );
}
