import { Button, Tag } from 'antd';
import { ClockCircleOutlined, EditOutlined, PhoneOutlined } from '@ant-design/icons';
import { Remaining } from '../my-work/remaining.js';
import { urgencyOf } from '../my-work/time-left.js';
import { useOffline } from '../offline/offline.js';
import { useOfflineWords } from '../offline/words.js';
import type { DayTask } from './day.types.js';
import { dueOf } from './due.js';
import { offeredOn, type DayAct } from './offered.js';
import { useDayWords } from './words.js';

export const titleOf = ({ title, case: found }: DayTask, otherwise: string): string => title ?? found?.title ?? found?.text ?? otherwise;

/** What one does next with one tap, on the card itself: first whose it is, then the call back, then its end. */
const NEXT: readonly DayAct[] = ['claim', 'recordContact', 'answer', 'contribute', 'verify'];
const ICONS: Partial<Record<DayAct, React.ReactNode>> = { recordContact: <PhoneOutlined aria-hidden />, answer: <EditOutlined aria-hidden /> };

interface Card {
  task: DayTask;
  now: number;
  isBusy: boolean;
  onOpen(): void;
  onAct(act: DayAct): void;
}

/** One task of the day: how much time is left, what it is about and where, and what comes next. */
export function TaskCard({ task, now, isBusy, onOpen, onAct }: Card) {
  const t = useDayWords();
  const { acts } = useOffline();
  const title = titleOf(task, t('noCase'));
  const due = dueOf(task);
  const next = NEXT.filter((act) => offeredOn(task, acts).includes(act)).slice(0, 2);
  return (
    <li className={`day-card ${urgencyOf(Date.parse(due.from), Date.parse(due.at), now)}`}>
      <button type="button" className="about" aria-label={t('open', { title })} onClick={onOpen}>
        <DueLine task={task} now={now} />
        <b>{title}</b>
        <span className="where">{[task.case?.placeText ?? task.area.name, task.case && t(`channel.${task.case.channel}`)].filter(Boolean).join(' · ')}</span>
      </button>
      <Waits taskId={task.id} />
      {next.length > 0 && (
        <div className="next">
          {next.map((act, at) => <Button key={act} size="large" type={at === 0 ? 'primary' : 'default'} icon={ICONS[act]} disabled={isBusy} onClick={() => onAct(act)}>{t(`act.${act}`)}</Button>)}
        </div>
      )}
    </li>
  );
}

/** The kind of the task and the time that is left of what comes first. */
export function DueLine({ task, now }: { task: DayTask; now: number }) {
  const t = useDayWords();
  const { of, from, at } = dueOf(task);
  return (
    <span className="due">
      <Tag color="blue" variant="filled">{t(`taskKind.${task.kind}`)}</Tag>
      {task.case && <span className="kind">{t(`kind.${task.case.kind}`)}</span>}
      {task.holderSubject === null && <span className="free">{t('toClaim')}</span>}
      <span className="left">{of === 'response' && <em>{t('owed')}</em>}<Remaining openedAt={from} dueAt={at} workingMinutesLeft={of === 'task' ? task.workingMinutesLeft : null} areaCode={task.area.code} now={now} /></span>
    </span>
  );
}

/** What of it was decided and waits to be sent. */
export function Waits({ taskId }: { taskId: string }) {
  const t = useDayWords();
  const ofQueue = useOfflineWords();
  const { acts } = useOffline();
  const mine = acts.filter(({ target }) => target === taskId);
  if (mine.length === 0) return null;
  return <p className={mine.some(({ state }) => state === 'refused') ? 'waits refused' : 'waits'}><ClockCircleOutlined aria-hidden /> {t('waits', { what: mine.map(({ kind }) => ofQueue(`kinds.${kind}`)).join('、') })}</p>;
}
