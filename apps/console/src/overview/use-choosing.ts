import { useCallback, useState } from 'react';
import { App } from 'antd';
import { useClient } from 'urql';
import { keepDraft, readDraft } from '../actions/drafts.js';
import { useAct } from '../kit/use-act.js';
import { isOnTask, type Choice, type Wanted } from './choices.js';
import { CLAIM, RELEASE } from './documents.js';
import { useOverviewWords } from './words.js';

interface Chosen {
  wanted: Wanted;
  choice: Choice;
  /** The task as it was taken by this tap, to be given back if nothing is decided. */
  taken: { taskId: string; version: number } | null;
}

/** The first of the two taps: takes a free task, fills the form with what the tap said, and opens it. */
export function useChoosing(onChange: () => void) {
  const t = useOverviewWords();
  const client = useClient();
  const act = useAct();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<Chosen | null>(null);

  const choose = useCallback(
    async (wanted: Wanted, choice: Choice) => {
      const { task, case: one } = wanted;
      const onTask = isOnTask(choice) && task ? task : null;
      const subject = onTask?.id ?? one?.number;
      if (subject === undefined) return;
      if (choice.values) keepDraft(subject, choice.action, { ...readDraft(subject, choice.action), ...choice.values((key) => t(`draft.${key}`)) });
      if (!onTask?.actions.includes('claim')) return setChosen({ wanted, choice, taken: null });
      const { data, problem } = await act(CLAIM, { input: { taskId: onTask.id, version: onTask.version } });
      if (problem) {
        void message.error(problem.message || t('noNetwork'));
        return onChange();
      }
      setChosen({ wanted, choice, taken: { taskId: data.claimTask.id, version: data.claimTask.version } });
    },
    [act, message, onChange, t],
  );

  const close = useCallback(
    (isDecided: boolean) => {
      if (!isDecided && chosen?.taken) void client.mutation(RELEASE, { input: chosen.taken }).toPromise().then(onChange);
      setChosen(null);
    },
    [chosen, client, onChange],
  );
  return { chosen, choose, close };
}
