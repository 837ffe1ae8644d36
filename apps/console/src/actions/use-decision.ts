import { useState } from 'react';
import { App } from 'antd';
import { useClient, type TypedDocumentNode } from 'urql';
import { problemOf, type Problem } from '../graph/problems.js';
import type { Submitted } from '../offline/act-queue.js';
import { useOffline } from '../offline/offline.js';
import { isSentLater } from '../offline/sending.js';
import { useOfflineWords } from '../offline/words.js';
import type { About, ActionName, Values } from './act.types.js';
import { FORMS, inputOf } from './actions.js';
import { dropDraft } from './drafts.js';
import { useActionWords } from './words.js';

type Decision = TypedDocumentNode<unknown, { input: Values }>;

/** Refusals that mean: what the reader sees is older than what is so. */
const OLD_NEWS = ['VERSION_CONFLICT', 'TASK_CLOSED', 'TASK_ALREADY_HELD', 'TASK_NOT_HELD', 'CASE_CLOSED', 'STAGE_REFUSES'];

interface Deciding {
  about: About;
  /** Under which drafts are kept. */
  subject: string;
  onDone(): void;
  onChange(): void;
}

/**
 * Sends one act. Its words stay until it is done; where others were quicker, the newest state is fetched. What may be sent
 * later goes by the queue, which keeps it where there is no network.
 */
export function useDecision({ about, subject, onDone, onChange }: Deciding) {
  const t = useActionWords();
  const ofQueue = useOfflineWords();
  const { submit } = useOffline();
  const { message } = App.useApp();
  const client = useClient();
  const [busy, setBusy] = useState<ActionName | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const send = async (name: ActionName, input: Values): Promise<Submitted> => {
    if (isSentLater(name)) return submit({ kind: name, title: about.one?.number ?? subject, target: subject, input });
    const { error } = await client.mutation(FORMS[name].document as Decision, { input }).toPromise();
    return error ? { is: 'refused', problem: problemOf(error) } : { is: 'done' };
  };
  const decide = async (name: ActionName, values: Values) => {
    const { fields } = FORMS[name];
    setBusy(name);
    const sent = await send(name, inputOf(name, about, values));
    setBusy(null);
    if (sent.is !== 'refused') {
      setProblem(null);
      dropDraft(subject, name);
      if (fields.length > 0) onDone();
      void message.success(sent.is === 'kept' ? ofQueue('kept') : t([`acted.${name}`, 'done']));
      return onChange();
    }
    const found = sent.problem;
    setProblem(found);
    if (fields.length === 0) void message.error(found.message || t('noNetwork'));
    if (OLD_NEWS.includes(found.code)) onChange();
  };
  return { busy, problem, forget: () => setProblem(null), decide };
}
