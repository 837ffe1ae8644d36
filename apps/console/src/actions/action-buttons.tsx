import { lazy, Suspense, useState } from 'react';
import { Button, Skeleton } from 'antd';
import { DownOutlined, UpOutlined } from '@ant-design/icons';
import type { About, ActionName } from './act.types.js';
import { FORMS } from './actions.js';
import { useDecision } from './use-decision.js';
import { useActionWords } from './words.js';

/** With its pickers and rows it is loaded when the first form is opened. */
const ActionForm = lazy(async () => ({ default: (await import('./action-form.js')).ActionForm }));

interface Buttons {
  names: readonly ActionName[];
  about: About;
  /** The task's id or the case's number: whose drafts they are. */
  subject: string;
  /** Which one's form is open. */
  action: string | null;
  /** Whether the first is what one ordinarily does next. */
  hasMain: boolean;
  onAction(action: string | null): void;
  onChange(): void;
}

const isAct = (name: string | null): name is ActionName => name !== null && name in FORMS;

/** One button an act, rare ones behind "more"; an act that asks for words opens its form in place. */
export function ActionButtons({ names, about, subject, action, hasMain, onAction, onChange }: Buttons) {
  const t = useActionWords();
  const [showsMore, showMore] = useState(false);
  const { busy, problem, forget, decide } = useDecision({ about, subject, onDone: () => onAction(null), onChange });
  const at = (place: string) => names.filter((name) => FORMS[name].place === place);
  const [main, second, more] = [at('main'), at('second'), at('more')];
  const open = isAct(action) && FORMS[action].fields.length > 0 ? action : undefined;
  const choose = (name: ActionName) => {
    forget();
    if (FORMS[name].fields.length === 0) void decide(name, {});
    else onAction(action === name ? null : name);
  };
  const button = (name: ActionName) => (
    <Button
      key={name}
      type={open === name || (hasMain && open === undefined && name === main[0]) ? 'primary' : 'default'}
      danger={FORMS[name].danger === true}
      loading={busy === name && open === undefined}
      disabled={busy !== null && busy !== name}
      aria-expanded={FORMS[name].fields.length > 0 ? open === name : undefined}
      onClick={() => choose(name)}
    >
      {t(`action.${name}`)}
    </Button>
  );
  return (
    <>
      <div className="buttons">
        {[...main, ...second].map(button)}
        {more.length > 0 && (
          <Button type="text" aria-expanded={showsMore} icon={showsMore ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />} iconPlacement="end" onClick={() => showMore(!showsMore)}>
            {t(showsMore ? 'less' : 'more')}
          </Button>
        )}
        {showsMore && more.map(button)}
      </div>
      {open && (
        <Suspense fallback={<Skeleton active paragraph={{ rows: 2 }} />}>
          <ActionForm
            key={open}
            subject={subject}
            name={open}
            about={about}
            busy={busy === open}
            isOffered={names.includes(open)}
            problem={problem}
            onCancel={() => onAction(null)}
            onSend={(values) => void decide(open, values)}
          />
        </Suspense>
      )}
    </>
  );
}
