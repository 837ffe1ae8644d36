import { Tag } from 'antd';
import { instant } from '../words/instants.js';
import { useKitWords } from './words.js';

interface Turns {
  urged?: { times: number; byResident: number; lastAt: string } | null;
  cameBack?: { kind: 'returned' | 'verificationFailed' | 'referralReturned'; at: string } | null;
}

/** That a case came back, or was urged, since whoever has it got it: both change what is done first. */
export function TurnTags({ urged, cameBack }: Turns) {
  const t = useKitWords();
  return (
    <>
      {cameBack && <Tag color="volcano" title={instant(cameBack.at)}>{t(`cameBack.${cameBack.kind}`)}</Tag>}
      {urged && urged.byResident > 0 && <Tag color="magenta" title={instant(urged.lastAt)}>{t('urgedByResident', { n: urged.byResident })}</Tag>}
      {urged && urged.times > 0 && <Tag color="orange" title={instant(urged.lastAt)}>{t('urged', { n: urged.times })}</Tag>}
    </>
  );
}
