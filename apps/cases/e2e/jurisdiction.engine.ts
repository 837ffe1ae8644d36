import { randomUUID } from 'node:crypto';
import type { UpdateInputs, UpdateName } from '@yiwang/contracts/case-flow';
import { CaseEngine } from '../src/course/case-engine.js';
import { EngineViewService } from '../src/engine-view/engine-view.service.js';
import type { Stand } from './stand.js';
import { stepsOn } from './steps.js';

/**
 * Puts an engine in the place of the real one that takes every decision which reaches it, and records it as a workflow
 * would: what the service itself lets nobody do then shows, without a workflow for every call.
 */
export function takingEngine(cases: Stand): void {
  const { record } = stepsOn(cases);
  const engine: CaseEngine = cases.app.get(CaseEngine, { strict: false });
  Object.assign(engine, {
    async decide(name: UpdateName, { caseNumber }: { caseNumber: string }, { actor }: UpdateInputs[UpdateName]) {
      await record(caseNumber, { actor, cause: { operation: name, updateId: randomUUID() } });
      return {};
    },
    hasLost: () => Promise.resolve(false),
    reopen: () => Promise.resolve(),
    tellResidentAdded: () => undefined,
  });
  // Looking into it finds nothing; whose cases may be looked into is the service's own.
  Object.assign(cases.app.get(EngineViewService, { strict: false }), {
    runsOf: () => Promise.resolve([]),
    comingOf: () => Promise.resolve(null),
    historyOf: () => Promise.resolve([]),
  });
}
