import type { PlannedCase } from './plan.js';
import { askAs, type Life, type Scene } from './scene.js';

export const START = 'mutation ($input: StartCaseInput!) { startCase(input: $input) { pickupCode replayed case { number } } }';

export interface Started {
  startCase: { pickupCode: string | null; replayed: boolean; case: { number: string } };
}

/** What is sent to start a planned case; the key tells this run's case from any other's. */
export function startInput(matter: PlannedCase, run: string): Record<string, unknown> {
  const { index, starter, kind, caseClass, mode, saidAreaCode, qrPointCode, channel, text, reporter, aboutWhom } = matter;
  const isPublic = starter.as === 'public';
  const isStaff = starter.as === 'staff';
  return {
    ...{ idempotencyKey: `${run}-${index}`, text, kind, channel },
    ...(qrPointCode === null ? { areaCode: saidAreaCode } : { qrPointCode }),
    ...(isPublic ? {} : { caseClass }),
    ...(mode === null ? {} : { mode }),
    ...(reporter === null ? {} : { reporter }),
    ...(aboutWhom === null ? {} : { aboutWhom }),
    ...(isStaff ? { onBehalf: { consent: true, setting: index % 2 === 0 ? 'speakingRoom' : 'houseVisit' } } : {}),
    ...(isPublic || isStaff ? {} : { sourceReference: `${run}-${index}` }),
  };
}

/** Starts a case as whoever passes it on. @throws Refused */
export async function startCase(scene: Scene, matter: PlannedCase, run: string): Promise<Life> {
  const { starter } = matter;
  const who = starter.as === 'public' ? null : starter.as === 'staff' ? starter.username : starter.as;
  const { startCase: started } = await askAs<Started>(scene, who, 'startCase', START, { input: startInput(matter, run) });
  return { number: started.case.number, matter, pickupCode: started.pickupCode, isOver: false, hasReopened: false };
}
