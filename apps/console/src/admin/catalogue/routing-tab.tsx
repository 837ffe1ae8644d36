import { useCallback, useState } from 'react';
import { Button, Checkbox } from 'antd';
import { useClient } from 'urql';
import { DataTable } from '../../kit/data-table.js';
import { sayDay, today } from '../../kit/days.js';
import { ListStates, Nothing } from '../../kit/states.js';
import { answerOf } from '../../kit/use-act.js';
import { pageByKey, usePages } from '../../kit/use-pages.js';
import { AreaName } from '../area-name.js';
import type { AdminRoutingRulesQuery } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { useAdminWords } from '../words.js';
import { RULES } from './documents.js';
import { EndRule, NewRule } from './rule-forms.js';
import { useCatalogueWords } from './words.js';

const PAGE = 50;
export type RuleShown = AdminRoutingRulesQuery['routingRules'][number];

/** 分派规则: who answers for a category in an area, from when; what ended stays to be read. */
export function RoutingTab() {
  const t = useCatalogueWords();
  const admin = useAdminWords();
  const client = useClient();
  const { county } = useScope();
  const [onlyNow, setOnlyNow] = useState(true);
  const [open, setOpen] = useState<'new' | RuleShown | null>(null);
  const load = useCallback(
    async (after: string | null) => {
      const { routingRules } = await answerOf(client, RULES, { filter: { countyCode: county.code, ...(onlyNow && { on: today() }) }, first: PAGE, after });
      return pageByKey(routingRules, PAGE, ({ id }) => id);
    },
    [client, county.code, onlyNow],
  );
  const pages = usePages<RuleShown>(load);
  const done = () => {
    setOpen(null);
    pages.again();
  };
  const hasEnded = ({ validUntil }: RuleShown) => validUntil != null && validUntil <= today();
  return (
    <>
      <div className="admin-tools">
        <Checkbox checked={onlyNow} onChange={({ target }) => setOnlyNow(target.checked)}>{t('onlyNow')}</Checkbox>
        <Button type="primary" className="push" onClick={() => setOpen('new')}>{t('newRule')}</Button>
      </div>
      <section className="admin-card">
        <ListStates pages={pages} empty={<Nothing title={t('noRules')}>{t('noRulesText')}</Nothing>}>
          {(rules) => (
            <DataTable
              label={t('tabs.routing')}
              rows={rules}
              keyOf={({ id }) => id}
              isPast={hasEnded}
              columns={[
                { key: 'category', title: t('columns.category'), cell: ({ category, powerCode }) => <span>{category?.name ?? t('everyCategory')}{powerCode && <><br /><span className="quiet">{powerCode}</span></>}</span> },
                { key: 'area', title: t('columns.area'), cell: ({ areaCode }) => <AreaName code={areaCode} /> },
                { key: 'unit', title: t('columns.unit'), cell: ({ unit }) => unit.name },
                { key: 'term', title: t('columns.term'), cell: ({ validFrom, validUntil }) => `${sayDay(validFrom)} – ${validUntil ? sayDay(validUntil) : t('untilOpen')}` },
                { key: 'reason', title: admin('reason'), cell: ({ reason, endedReason }) => [reason, endedReason].filter(Boolean).join(' / ') },
                { key: 'acts', title: admin('actions'), cell: (rule) => !hasEnded(rule) && <Button type="link" danger aria-label={`${t('end')} ${rule.unit.name}`} onClick={() => setOpen(rule)}>{t('end')}</Button> },
              ]}
            />
          )}
        </ListStates>
      </section>
      {open === 'new' && <NewRule onClose={() => setOpen(null)} onDone={done} />}
      {open !== null && open !== 'new' && <EndRule rule={open} onClose={() => setOpen(null)} onDone={done} />}
    </>
  );
}
