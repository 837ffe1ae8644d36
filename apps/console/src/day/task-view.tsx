import { lazy, Suspense } from 'react';
import { Button, Skeleton } from 'antd';
import { ArrowLeftOutlined, CameraOutlined, EditOutlined, PhoneOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { About, ActionCase, Values } from '../actions/act.types.js';
import { inputOf } from '../actions/actions.js';
import { dropDraft } from '../actions/drafts.js';
import { AttachmentViewer } from '../attachments/attachment-viewer.js';
import { useOffline } from '../offline/offline.js';
import { instant } from '../words/instants.js';
import type { DayCase, DayTask } from './day.types.js';
import { NoteForm } from './note-form.js';
import { offeredOn, type DayAct } from './offered.js';
import { DueLine, titleOf, Waits } from './task-card.js';
import { useSending } from './use-sending.js';
import { useDayWords } from './words.js';

const ActionForm = lazy(async () => ({ default: (await import('../actions/action-form.js')).ActionForm }));

/** Acts that ask for words have the form that own work has; the others are one tap. */
const FORMS = ['answer', 'contribute', 'verify', 'handUp'] as const;
type Formed = (typeof FORMS)[number];
const isFormed = (act: string | null): act is Formed => FORMS.some((one) => one === act);
const ICONS: Partial<Record<DayAct, React.ReactNode>> = { recordContact: <PhoneOutlined aria-hidden />, answer: <EditOutlined aria-hidden /> };

/** Brings a form that was opened to where it can be read. */
const toForm = (mark: HTMLElement | null): void => mark?.scrollIntoView({ block: 'start' });

interface View {
  task: DayTask;
  now: number;
  /** The form that is open, `note` among them. */
  act: string | null;
  isBusy: boolean;
  onAct(act: DayAct | 'note' | null): void;
  onClose(): void;
  onDone(): Promise<void>;
}

/** One task over the whole phone: what it is about, and under the thumb what can be done with it. */
export function TaskView({ task, now, act, isBusy, onAct, onClose, onDone }: View) {
  const t = useDayWords();
  const { acts } = useOffline();
  const found = task.case;
  const title = titleOf(task, t('noCase'));
  const offered = offeredOn(task, acts);
  const mayNote = found?.actions?.includes('noteCase') ?? false;
  const open = act === 'note' && mayNote ? 'note' : isFormed(act) ? act : null;
  const main = offered.find((one) => one === 'claim' || one === 'answer' || one === 'contribute' || one === 'verify');
  const button = (one: DayAct) => (
    <Button key={one} size="large" type={one === main ? 'primary' : 'default'} icon={ICONS[one]} disabled={isBusy} danger={one === 'handUp'} onClick={() => onAct(one)}>{t(`act.${one}`)}</Button>
  );
  return (
    <main className="day task">
      <Button className="back" type="text" size="large" icon={<ArrowLeftOutlined aria-hidden />} onClick={onClose}>{t('back')}</Button>
      <article>
        <DueLine task={task} now={now} />
        <h1>{title}</h1>
        <Waits taskId={task.id} />
        {found && <Facts found={found} isRepeated={title === found.text} />}
        {open !== null && <div ref={toForm} className="form-below" />}
        {open === 'note' && found && <NoteForm found={found} target={task.id} title={title} onClose={() => onAct(null)} onDone={onDone} />}
        {open !== null && open !== 'note' && <ActOnTask key={open} act={open} task={task} title={title} isOffered={offered.includes(open)} onClose={() => onAct(null)} onDone={onDone} />}
        <p className="more"><Link to={`/work?task=${encodeURIComponent(task.id)}`}>{t('more')}</Link></p>
      </article>
      {open === null && (offered.length > 0 || mayNote) && (
        <nav className="thumb" aria-label={title}>
          {offered.filter((one) => one === 'recordContact').map(button)}
          {mayNote && <Button size="large" icon={<CameraOutlined aria-hidden />} onClick={() => onAct('note')}>{t('act.note')}</Button>}
          {offered.filter((one) => one !== 'recordContact').map(button)}
        </nav>
      )}
    </main>
  );
}

function Facts({ found, isRepeated }: { found: DayCase; isRepeated: boolean }) {
  const t = useDayWords();
  const { online } = useOffline();
  const facts = [
    [t('place'), [found.area.name, found.placeText].filter(Boolean).join(' · ')],
    [t('reporter'), found.masked ? t('masked') : [found.reporter?.name, found.reporter?.phone].filter(Boolean).join(' ') || t('noPhone')],
    [t('received'), `${instant(found.receivedAt)} · ${t(`channel.${found.channel}`)}`],
    [t('deadline'), instant(found.resolutionDueAt)],
    [t('number'), found.number],
  ];
  return (
    <section className="facts">
      {!isRepeated && <blockquote>{found.text}</blockquote>}
      {found.attachments.length > 0 && (online ? <AttachmentViewer attachments={found.attachments} label={t('pictures')} /> : <p className="quiet">{t('picturesAway')}</p>)}
      <dl>{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </section>
  );
}

interface Acting {
  act: Formed;
  task: DayTask;
  title: string;
  isOffered: boolean;
  onClose(): void;
  onDone(): Promise<void>;
}

/** The form that own work has for this act, sent by the queue: where there is no network it waits, with its pictures. */
function ActOnTask({ act, task, title, isOffered, onClose, onDone }: Acting) {
  const { busy, problem, sendAct } = useSending(onDone);
  const about: About = { task, one: task.case && asActionCase(task.case), isOnTheSpot: true };
  const send = async (values: Values) => {
    if (!(await sendAct({ kind: act, title, target: task.id, input: inputOf(act, about, values) }))) return;
    dropDraft(task.id, act);
    onClose();
  };
  return (
    <div className="day-form">
      <Suspense fallback={<Skeleton active paragraph={{ rows: 3 }} />}>
        <ActionForm subject={task.id} name={act} about={about} busy={busy !== null} isOffered={isOffered || busy !== null} problem={problem} onCancel={onClose} onSend={(values) => void send(values)} />
      </Suspense>
    </div>
  );
}

/** What the forms of the day ask of a case; parts and records are for those of other pages. */
const asActionCase = (found: DayCase): ActionCase => ({ ...found, requestLimits: null, tasks: [], records: [] });
