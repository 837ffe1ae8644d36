import { useState } from 'react';
import { useClient } from 'urql';
import { formProblem, type FormProblem } from '../kit/problem.js';
import { useAct } from '../kit/use-act.js';
import { newKey } from '../offline/files.js';
import { PREVIEW, START } from './documents.js';
import type { InterventionInput, InterventionPreviewedQuery, InterventionStartedMutation } from './generated/graphql.js';

export type Begun = InterventionStartedMutation['startIntervention'];
/** What was looked at, why it is wanted, and the key under which it is begun: pressed twice, or sent again after a lost answer, it is one intervention. */
export type Previewed = InterventionPreviewedQuery['previewIntervention'] & { asked: InterventionInput; reason: string; key: string };

interface Beginning {
  /** Null until it was looked at. */
  previewed: Previewed | null;
  problem: FormProblem | null;
  /** Cases had changed since: what is shown is a new look. */
  isChanged: boolean;
  isBusy: boolean;
  look(asked: InterventionInput | Promise<InterventionInput>, reason: string): void;
  begin(): void;
  /** Back to what is asked. */
  change(): void;
}

/** Looks what an intervention would do, and begins just that: where cases have changed since, it is looked at again instead. */
export function useBeginning(onBegun: (begun: Begun, previewed: Previewed) => void): Beginning {
  const client = useClient();
  const act = useAct();
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [isChanged, setChanged] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const look = async (asked: InterventionInput, reason: string) => {
    const { data, error } = await client.query(PREVIEW, { input: asked }, { requestPolicy: 'network-only' }).toPromise();
    setProblem(error ? formProblem(error) : null);
    if (data) setPreviewed({ ...data.previewIntervention, asked, reason, key: newKey() });
  };
  const begin = async (looked: Previewed) => {
    const { asked, reason, previewHash, key } = looked;
    const { data, problem: refused } = await act(START, { input: { ...asked, reason, previewHash, idempotencyKey: key } });
    if (!refused) return onBegun(data.startIntervention, looked);
    if (refused.code !== 'PREVIEW_CHANGED') return setProblem(refused);
    setChanged(true);
    return look(asked, reason);
  };
  const busily = (work: () => Promise<unknown>) => {
    setBusy(true);
    void work().finally(() => setBusy(false));
  };
  return {
    ...{ previewed, problem, isChanged, isBusy },
    look: (asked, reason) => busily(async () => look(await asked, reason)),
    begin: () => previewed && busily(() => begin(previewed)),
    change() {
      setPreviewed(null);
      setChanged(false);
      setProblem(null);
    },
  };
}
