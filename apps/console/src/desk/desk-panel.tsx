import { Alert, Button, Tag } from 'antd';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { AnswerStates } from '../kit/states.js';
import { Remaining } from '../my-work/remaining.js';
import { useNow } from '../my-work/use-now.js';
import { instant } from '../words/instants.js';
import type { Done } from './desk.page.js';
import { DESK_TASK } from './documents.js';
import { Referral } from './referral.js';
import { Sides } from './sides.js';
import { Similar } from './similar.js';
import type { DeskCase, DeskTask } from './transfer.js';
import { TransferForm } from './transfer-form.js';
import { useDeskWords } from './words.js';

interface Panel {
  taskId: string;
  onBack(): void;
  onDone(done: Done): void;
  onChange(): void;
}

/** One task of the desk: what was said, who says whose it is, where it should go, and what else reports the same. */
export function DeskPanel({ taskId, onBack, onDone, onChange }: Panel) {
  const t = useDeskWords();
  const [answer, ask] = useQuery({ query: DESK_TASK, variables: { id: taskId } });
  const again = () => {
    ask({ requestPolicy: 'network-only' });
    onChange();
  };
  return (
    <article className="desk-panel">
      <Button className="back" type="text" icon={<ArrowLeftOutlined aria-hidden />} onClick={onBack}>{t('back')}</Button>
      <AnswerStates answer={answer} onRetry={again}>
        {({ task }) => {
          const one = task.case;
          if (!one) return <Alert type="info" showIcon title={t('noCase')} />;
          const done = (said: string, values: object = {}) => onDone({ number: one.number, text: t(`said.${said}`, { number: one.number, ...values }) });
          const isFree = task.actions.length > 0;
          return (
            <>
              <Matter task={task} one={one} />
              {!isFree && task.holder && <Alert type="info" showIcon title={t('held', { name: task.holder.name })} />}
              <Sides task={task} one={one} />
              {isFree && (task.kind === 'cityDesk' ? <Referral task={task} onDone={() => done('referral')} /> : <TransferForm task={task} one={one} onDone={done} onStale={again} />)}
              <Similar one={one} onMerged={(into) => done('merged', { into })} />
            </>
          );
        }}
      </AnswerStates>
    </article>
  );
}

function Matter({ task, one }: { task: DeskTask; one: DeskCase }) {
  const t = useDeskWords();
  const now = useNow();
  const levels = task.kind === 'cityDesk' ? ['county', 'town', 'village'] : ['town', 'village'];
  const within = one.area.ancestors.filter(({ level }) => levels.includes(level)).map(({ name }) => name);
  return (
    <header className="desk-matter">
      <p className="line quiet">
        <Tag color={task.kind === 'arbitrate' ? 'volcano' : 'blue'} variant="filled">{t(`taskKind.${task.kind}`)}</Tag>
        <span>{t(`kind.${one.kind}`)}</span>
        {one.category && <span>{one.category.name}</span>}
        <Remaining openedAt={task.openedAt} dueAt={task.dueAt} workingMinutesLeft={task.workingMinutesLeft} areaCode={task.area.code} now={now} />
      </p>
      <h2>{one.title ?? one.text}</h2>
      {one.title && <blockquote>{one.text}</blockquote>}
      <p className="line quiet">
        <span>{[...within, one.area.name].join(' › ')}{one.placeText && ` · ${one.placeText}`}</span>
        <span>{t(`channel.${one.channel}`)} · {instant(one.receivedAt)}</span>
        <Link to={`/cases/${one.number}`}>{one.number} {t('open')}</Link>
      </p>
    </header>
  );
}
