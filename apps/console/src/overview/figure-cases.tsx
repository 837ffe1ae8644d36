import { useCallback } from 'react';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { ListStates, Nothing } from '../kit/states.js';
import { answerOf } from '../kit/use-act.js';
import { pageByKey, usePages } from '../kit/use-pages.js';
import { instant } from '../words/instants.js';
import { FIGURE_CASES } from './documents.js';
import type { OverviewFigureCasesQueryVariables } from './generated/graphql.js';
import { useOverviewWords } from './words.js';

export type Behind = Pick<OverviewFigureCasesQueryVariables, 'count' | 'measure' | 'part'>;
const PAGE = 50;

/** The cases behind one number of a figure, as it was counted. */
export function FigureCases({ behind, scope, onClose }: { behind: Behind; scope: OverviewFigureCasesQueryVariables['scope']; onClose(): void }) {
  const t = useOverviewWords();
  const { t: shared } = useTranslation();
  const client = useClient();
  const load = useCallback(
    async (after: string | null) => pageByKey((await answerOf(client, FIGURE_CASES, { ...behind, scope, after })).figureCases, PAGE, ({ caseNumber }) => caseNumber),
    [client, behind, scope],
  );
  const pages = usePages(load);
  return (
    <Drawer open closable={{ 'aria-label': t('close') }} onClose={onClose} size={560} rootClassName="kit-drawer" title={t('behindFigure', { name: t(`measure.${behind.measure}`), part: t(`part.${behind.part}`) })}>
      <ListStates pages={pages} empty={<Nothing title={t('none')} />}>
        {(items) => (
          <ul className="ov-behind">
            {items.map(({ caseNumber, case: one }) => (
              <li key={caseNumber}><Link to={`/cases/${caseNumber}`}>{one?.title ?? one?.text ?? caseNumber}</Link><p className="quiet">{[caseNumber, one?.area.name, one && shared(`stage.${one.stage}`), one && instant(one.receivedAt)].filter(Boolean).join(' · ')}</p></li>
            ))}
          </ul>
        )}
      </ListStates>
    </Drawer>
  );
}
