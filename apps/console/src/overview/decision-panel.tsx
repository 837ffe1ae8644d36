import { useCallback, useRef, useState } from 'react';
import { Drawer, Tag } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ActionButtons } from '../actions/action-buttons.js';
import { actsOnCase } from '../actions/actions.js';
import { CaseFacts } from '../case/case-facts.js';
import { CASE } from '../case/case.page.js';
import { MyAct } from '../case/my-act.js';
import { CaseTags, PathDrawing } from '../case/path-drawing.js';
import { Timeline } from '../case/timeline.js';
import { Sides } from '../desk/sides.js';
import { AnswerStates } from '../kit/states.js';
import { useNow } from '../my-work/use-now.js';
import { isOnTask, type Choice, type Wanted } from './choices.js';
import { SIDES } from './documents.js';
import { useOverviewWords } from './words.js';
import '../case/case.css';
import '../my-work/my-work.css';
import '../desk/desk.css';

interface Panel {
  wanted: Wanted;
  choice: Choice;
  /** Something was decided, or has changed meanwhile. */
  onChange(): void;
  onClose(isDecided: boolean): void;
}

/** The form of the act that was tapped, open, with the evidence under it: what remains is to send it. */
export function DecisionPanel({ wanted: { kind, task, case: one }, choice, onChange, onClose }: Panel) {
  const t = useOverviewWords();
  const now = useNow();
  const number = one?.number ?? '';
  const [answer, ask] = useQuery({ query: CASE, variables: { number } });
  const [sides] = useQuery({ query: SIDES, variables: { number }, pause: kind !== 'arbitration' });
  const [action, setAction] = useState<string | null>(choice.action);
  const shown = useRef<string | null>(choice.action);
  const act = useCallback((next: string | null) => {
    shown.current = next;
    setAction(next);
  }, []);
  const changed = () => {
    ask({ requestPolicy: 'network-only' });
    onChange();
    // A form that is gone when something changed was sent.
    if (shown.current === null) onClose(true);
  };
  return (
    <Drawer open closable={{ 'aria-label': t('close') }} onClose={() => onClose(false)} size={760} rootClassName="kit-drawer ov-drawer" title={<><Tag>{t(`decision.${kind}`)}</Tag> <Link to={`/cases/${number}`}>{number}</Link></>}>
      <AnswerStates answer={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ case: found }) => (
          <article className="ov-decide">
            <header><h2>{found.title ?? found.text}</h2><p className="line"><CaseTags case={found} /></p></header>
            {isOnTask(choice) && task
              ? <MyAct taskId={task.id} now={now} action={action} onAction={act} onChange={changed} />
              : <section className="mine card actions"><ActionButtons names={actsOnCase(found)} about={{ one: found }} subject={number} action={action} hasMain={false} onAction={act} onChange={changed} /></section>}
            <h3>{t('evidence')}</h3>
            {sides.data && <Sides task={{ kind: 'arbitrate' }} one={sides.data.case} />}
            <PathDrawing case={found} now={now} />
            <CaseFacts case={found} holder={found.tasks?.find(({ holder }) => holder)?.holder?.name} />
            <Timeline case={found} />
          </article>
        )}
      </AnswerStates>
    </Drawer>
  );
}
