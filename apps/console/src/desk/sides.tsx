import { ownHalf } from '../kit/problem.js';
import { instant } from '../words/instants.js';
import { saidOf } from './said-of.js';
import type { DeskCase, DeskTask } from './transfer.js';
import { useDeskWords } from './words.js';

/** What each unit said when it gave the case back, and the county and the city between them, in the order in which it was said. */
export function Sides({ task, one }: { task: Pick<DeskTask, 'kind'>; one: Pick<DeskCase, 'returns' | 'timeline'> }) {
  const t = useDeskWords();
  const said = saidOf(one.returns ?? [], one.timeline);
  if (said.length === 0) return null;
  return (
    <section className="card desk-sides" aria-labelledby="desk-sides">
      <h3 id="desk-sides">{t('sides')}</h3>
      {task.kind === 'arbitrate' && <p className="quiet">{t('arbitrateHint', { n: one.returns?.length ?? 0 })}</p>}
      <ol>
        {said.map(({ key, at, by, text, back, level }) => (
          <li key={key} className={back ? undefined : 'county'}>
            <p className="line"><b>{back ? (back.unit?.name ?? by) : t(`level.${level}`)}</b>{back && <span>{t('proposes', { unit: back.proposedUnit.name })}</span>}<time className="quiet" dateTime={at}>{instant(at)}</time></p>
            <blockquote>{ownHalf(text)}</blockquote>
            {back && <p className="ground">{t('ground', { text: back.legalGround })}</p>}
            {by !== null && (!back || back.unit) && <p className="quiet">{by}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
