import { Injectable } from '@nestjs/common';
import { addLimit } from '@yiwang/domain/clocks';
import type { CaseClass, Path } from '@yiwang/domain/paths';
import { routeOf, type CarriedPolicy, type Matter } from '@yiwang/domain/policies';
import { Calendars } from '../calendar/calendars.js';
import { Policies } from './policies.js';

/** What a resident is told when a case is received: its clocks run from then, whoever may hold it. Instants in UTC. */
export interface FirstPromise {
  caseClass: CaseClass;
  path: Path;
  responseDueAt: string;
  resolutionDueAt: string;
  /** The deadline crosses dates that the working calendar does not cover. */
  provisional: boolean;
}

/** The policy that a new case begins with, and what it promises. */
@Injectable()
export class FirstPromises {
  constructor(
    private readonly policies: Policies,
    private readonly calendars: Calendars,
  ) {}

  async of(countyCode: string, matter: Matter, receivedAt: string): Promise<{ policy: CarriedPolicy; promised: FirstPromise }> {
    const [policy, rules, calendar] = await Promise.all([
      this.policies.inForce(countyCode),
      this.policies.rulesInForce(countyCode),
      this.calendars.inForce(countyCode),
    ]);
    const route = routeOf(matter, rules);
    const resolution = addLimit(rules.paths[route.path].resolution, receivedAt, calendar);
    const responseDueAt = addLimit(rules.response, receivedAt, calendar).at;
    return { policy, promised: { ...route, responseDueAt, resolutionDueAt: resolution.at, provisional: resolution.provisional } };
  }
}
