import { LastResort } from './last-resort.js';
import { useEngineWords } from './words.js';

/** 终止: what nothing else can be done about. Whether something can be is said by the preview. */
export function Terminating({ number, onClose }: { number: string; onClose(): void }) {
  const t = useEngineWords();
  const effects = [t('end.closes'), t('end.stops'), t('end.tells'), t('end.notUndoable')];
  return <LastResort number={number} title={t('end.title')} hint={t('end.hint')} whyHint={t('end.whyHint')} effects={effects} isReady asked={{ kind: 'terminate' }} onClose={onClose} />;
}
