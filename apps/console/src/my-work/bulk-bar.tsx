import { useState } from 'react';
import { Alert, Button, Input, Modal, Progress } from 'antd';
import { useClient } from 'urql';
import { BULK_ACTS, doWithMany, fitting, type BulkAct, type BulkResult } from './bulk.js';
import { useMyWorkWords } from './words.js';
import type { ListedTask } from './use-task-list.js';

interface Bar {
  selected: readonly ListedTask[];
  onSelectAll(): void;
  onClear(): void;
  onDone(): void;
}

interface Run {
  act: BulkAct;
  all: number;
  results: BulkResult[];
}

/** What can be done with everything that is selected, and what became of each. */
export function BulkBar({ selected, onSelectAll, onClear, onDone }: Bar) {
  const t = useMyWorkWords();
  const client = useClient();
  const [isUrging, urge] = useState(false);
  const [reason, setReason] = useState('');
  const [run, setRun] = useState<Run | null>(null);
  const offered = BULK_ACTS.map((act) => ({ act, tasks: fitting(act, selected) })).filter(({ tasks }) => tasks.length > 0);
  const nameOf = (act: BulkAct) => (act === 'urge' ? t('urge') : t(`action.${act}`));

  const start = async (act: BulkAct, tasks: readonly ListedTask[]) => {
    urge(false);
    setRun({ act, all: tasks.length, results: [] });
    await doWithMany(client, act, tasks, reason, (result) => setRun((before) => before && { ...before, results: [...before.results, result] }));
    onDone();
  };
  const isOver = run !== null && run.results.length === run.all;
  const close = () => {
    setRun(null);
    setReason('');
    onClear();
  };
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('selected', { n: selected.length })}>
      <p className="line"><b>{t('selected', { n: selected.length })}</b><Button size="small" type="link" onClick={onSelectAll}>{t('selectAll')}</Button><Button size="small" type="link" onClick={onClear}>{t('unselect')}</Button></p>
      <p className="line">
        {offered.map(({ act, tasks }, index) => (
          <Button key={act} type={index === 0 ? 'primary' : 'default'} onClick={() => (act === 'urge' ? urge(true) : void start(act, tasks))}>{t('offer', { act: nameOf(act), n: tasks.length })}</Button>
        ))}
      </p>
      <Modal open={isUrging} title={t('urge')} okText={t('urge')} okButtonProps={{ disabled: reason.trim() === '' }} onOk={() => void start('urge', fitting('urge', selected))} onCancel={() => urge(false)}>
        <p className="quiet">{t('urgeHint')}</p>
        <Input.TextArea aria-label={t('urgeReason')} placeholder={t('urgeReason')} autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Modal>
      {run && (
        <Modal open title={`${nameOf(run.act)} · ${t('result')}`} closable={isOver} mask={{ closable: false }} onCancel={close} footer={isOver ? <Button type="primary" onClick={close}>{t('close')}</Button> : null}>
          <Results run={run} isOver={isOver} />
        </Modal>
      )}
    </div>
  );
}

function Results({ run: { all, results }, isOver }: { run: Run; isOver: boolean }) {
  const t = useMyWorkWords();
  const not = results.filter(({ refusal }) => refusal !== null).length;
  return (
    <div aria-live="polite">
      {isOver
        ? <Alert type={not === 0 ? 'success' : 'warning'} showIcon title={t('resultOf', { ok: all - not, not })} />
        : <><Progress percent={Math.round((results.length / all) * 100)} size="small" /><p className="quiet">{t('working', { done: results.length, all })}</p></>}
      <ul className="bulk-results">
        {results.map(({ task, refusal }) => (
          <li key={task.id} className={refusal === null ? 'ok' : 'not'}>
            <b>{task.title ?? task.case?.title ?? task.case?.text}</b>
            <span>{refusal === null ? t('ok') : refusal || t('stopped')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
