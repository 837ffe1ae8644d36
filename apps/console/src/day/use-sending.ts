import { useState } from 'react';
import { App } from 'antd';
import type { Problem } from '../graph/problems.js';
import type { WaitingAct } from '../offline/act-queue.js';
import { useOffline } from '../offline/offline.js';
import type { ActKind } from '../offline/sending.js';
import { useOfflineWords } from '../offline/words.js';

type Given = Pick<WaitingAct<ActKind>, 'kind' | 'title' | 'target' | 'input'>;

/**
 * Sends an act, or leaves it with the queue, and says which of the two; then looks at what became of the day.
 * @returns whether it is out of its author's hands; a refusal stands in `problem`, with nothing lost of the form.
 */
export function useSending(onDone: () => Promise<void>) {
  const t = useOfflineWords();
  const { message } = App.useApp();
  const { submit } = useOffline();
  const [busy, setBusy] = useState<ActKind | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sendAct = async (act: Given): Promise<boolean> => {
    setBusy(act.kind);
    setProblem(null);
    const sent = await submit(act);
    if (sent.is === 'refused') setProblem(sent.problem.code === 'NOT_KEPT' ? { ...sent.problem, message: t('notKept') } : sent.problem);
    else void message.success(sent.is === 'kept' ? t('kept') : `${t(`kinds.${act.kind}`)} · ${t('done')}`);
    if (sent.is !== 'kept') await onDone();
    setBusy(null);
    return sent.is !== 'refused';
  };
  return { busy, problem, sendAct, forget: () => setProblem(null) };
}
