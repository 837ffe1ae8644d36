import type { WorkflowHandle } from '@temporalio/client';
import type { AccountabilityTrial } from '@yiwang/testing/time-skipping';

/** What an accountability goes through, each exit and each way back once. */
export const ACCOUNTABILITY_COURSES: Record<string, (trial: AccountabilityTrial) => Promise<WorkflowHandle>> = {
  async 'circular-accepted'(trial) {
    const notice = await trial.open();
    await trial.submit(notice);
    await trial.decideOn(notice, true);
    return notice;
  },
  async 'talk-late-returned-accepted'(trial) {
    const notice = await trial.open({ kind: 'talk' });
    await trial.recorded(notice, 1);
    await trial.pass('20 days');
    await trial.recorded(notice, 2);
    await trial.submit(notice);
    await trial.decideOn(notice, false);
    await trial.submit(notice);
    await trial.pass('20 days');
    await trial.recorded(notice, 6);
    await trial.decideOn(notice, true);
    return notice;
  },
};
