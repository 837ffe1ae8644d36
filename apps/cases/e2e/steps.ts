import { randomUUID } from 'node:crypto';
import type { CaseStep, OpenedTask } from '@yiwang/contracts/case-flow';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { DataSource } from 'typeorm';
import { StepRecorder } from '../src/course/step-recorder.js';
import { GRID, type Stand } from './stand.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode } }`;

export interface Steps {
  /** A case that nobody's workflow carries, to write steps on. */
  newCase(over?: object, as?: TokenWishes): Promise<{ number: string; pickupCode: string }>;
  /** One step as a workflow would record it; what is left out is empty. */
  record(caseNumber: string, step?: Partial<CaseStep>): Promise<CaseStep>;
  /** Opens one task of the case's path and answers its id and version. */
  open(caseNumber: string, task?: Partial<OpenedTask>): Promise<{ taskId: string; version: number }>;
}

/** Writes steps by the recorder itself, without an engine. */
export function stepsOn(cases: Stand): Steps {
  const recorder = new StepRecorder(cases.app.get(DataSource, { strict: false }));
  let count = 0;
  async function record(caseNumber: string, step: Partial<CaseStep> = {}): Promise<CaseStep> {
    const whole: CaseStep = {
      ...{ caseNumber, countyCode: caseNumber.slice(0, 6), stepId: `${caseNumber}#${randomUUID()}`, at: new Date().toISOString() },
      ...{ actor: { kind: 'system' }, patch: {}, timeline: [], openedTasks: [], changedTasks: [], notices: [] },
      ...step,
    };
    await recorder.recordStep(whole);
    return whole;
  }
  return {
    record,
    async newCase(over = {}, as) {
      const input = { idempotencyKey: randomUUID(), text: `路灯不亮 ${randomUUID()}`, areaCode: GRID, ...over };
      const { data, errors } = await cases.ask<{ startCase: { case: { number: string }; pickupCode: string } }>(START, { input }, as);
      if (!data?.startCase) throw new Error(JSON.stringify(errors));
      return { number: data.startCase.case.number, pickupCode: data.startCase.pickupCode };
    },
    async open(caseNumber, task = {}) {
      count += 1;
      const opened: OpenedTask = {
        ...{ taskId: `${caseNumber}-t${count}`, kind: 'handle', workflowId: `${caseNumber}/villageDirect/1`, tier: 'grid' },
        ...{ roles: ['gridMember'], areaCode: GRID, excludedSubjects: [], round: 1, dueAt: '2099-01-01T00:00:00.000Z' },
        ...task,
      };
      await record(caseNumber, { openedTasks: [opened] });
      return { taskId: opened.taskId, version: 1 };
    },
  };
}
