import { useState } from 'react';
import { Button, Drawer, Empty, Input, Popconfirm } from 'antd';
import { useNavigate } from 'react-router';
import { useClient } from 'urql';
import { graphql } from '../graph/generated/index.js';
import { instant } from '../words/instants.js';
import type { WaitingAct } from './act-queue.js';
import { useOffline } from './offline.js';
import { filesIn, foundIn, wordsIn } from './said.js';
import type { ActKind } from './sending.js';
import { useOfflineWords } from './words.js';

const NEWEST = graphql(`query NewestTask($id: ID!) { task(id: $id) { id version } }`);
const MOST_CHARACTERS = 4_000;

/** What this person decided and the service has not answered yet, with their words; a refused one is looked at, changed, sent again or dropped. */
export function WaitingList({ onClose }: { onClose(): void }) {
  const t = useOfflineWords();
  const { acts } = useOffline();
  return (
    <Drawer open placement="bottom" size="large" title={t('title')} onClose={onClose} rootClassName="waiting-list" closable={{ 'aria-label': t('close') }}>
      {acts.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />}
      <ul>{acts.map((act) => <Waiting key={act.id} act={act} onClose={onClose} />)}</ul>
    </Drawer>
  );
}

function Waiting({ act, onClose }: { act: WaitingAct<ActKind>; onClose(): void }) {
  const t = useOfflineWords();
  const client = useClient();
  const navigate = useNavigate();
  const { online, again, drop } = useOffline();
  const [busy, setBusy] = useState(false);
  const [changed, change] = useState<Record<string, string> | null>(null);
  const { id, kind, at, title, state, problem, input } = act;
  const { taskId, passed } = input as { taskId?: string; passed?: boolean };
  const words = wordsIn(input);
  const files = filesIn(input);
  const isRefused = state === 'refused';
  const why = { VERSION_CONFLICT: t('conflict'), FILE_LOST: t('fileLost') }[problem?.code ?? ''] ?? (problem?.message || t('refused'));

  const sendAgain = async () => {
    setBusy(true);
    // The newest version is asked for, so that the act is judged on what stands now.
    const newest = taskId ? (await client.query(NEWEST, { id: taskId }).toPromise()).data?.task : undefined;
    await again(id, { ...changed, ...(newest && { version: newest.version }) });
    setBusy(false);
    change(null);
  };
  const look = () => {
    onClose();
    void navigate(taskId ? `/work?task=${encodeURIComponent(taskId)}` : '/day');
  };
  return (
    <li className={state}>
      <p className="line quiet"><b>{t(`kinds.${kind}`)}</b><span>{t('decidedAt', { at: instant(new Date(at).toISOString()) })}</span></p>
      <p className="title">{title}</p>
      {passed !== undefined && <p>{passed ? t('passed') : t('notPassed')}</p>}
      {isRefused && <p className="why" role="alert">{why}</p>}
      {words.map(([name, text]) =>
        changed === null
          ? <blockquote key={name}>{text}</blockquote>
          : <Input.TextArea key={name} aria-label={t('changeWords')} autoSize={{ minRows: 2, maxRows: 10 }} maxLength={MOST_CHARACTERS} value={changed[name] ?? text} onChange={({ target }) => change({ ...changed, [name]: target.value })} />,
      )}
      {foundIn(input).map((text) => <blockquote key={text}>{text}</blockquote>)}
      {files > 0 && <p className="quiet">{t('pictures', { n: files })}</p>}
      <footer>
        {isRefused && <Button type="primary" loading={busy} disabled={!online} onClick={() => void sendAgain()}>{t('again')}</Button>}
        {isRefused && words.length > 0 && changed === null && <Button onClick={() => change({})}>{t('change')}</Button>}
        {isRefused && <Button onClick={look}>{t('seeNow')}</Button>}
        <Popconfirm title={t('dropAsk')} okText={t('drop')} cancelText={t('keep')} onConfirm={() => void drop(id)}><Button danger>{t('drop')}</Button></Popconfirm>
      </footer>
    </li>
  );
}
