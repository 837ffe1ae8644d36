import type { PositionRole } from '@yiwang/contracts/case-flow';
import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { levelOf, type AreaLevel } from '@yiwang/domain/areas';

interface Rule {
  levels: readonly AreaLevel[];
  holder: 'person' | 'client';
  needsUnit?: true;
  /** May be held by somebody who only looks. */
  mayBeReadOnly?: true;
}

/** At which level of area a role is held, and by whom. */
const RULES = {
  gridMember: { levels: ['grid'], holder: 'person' },
  villageSecretary: { levels: ['village'], holder: 'person' },
  villagePolice: { levels: ['village'], holder: 'person' },
  stationedCadre: { levels: ['village'], holder: 'person' },
  serviceTeam: { levels: ['village'], holder: 'person' },
  townCentre: { levels: ['town'], holder: 'person' },
  departmentHandler: { levels: ['city', 'county', 'town'], holder: 'person', needsUnit: true },
  countyCentre: { levels: ['county'], holder: 'person' },
  cityCentre: { levels: ['city'], holder: 'person' },
  supervisor: { levels: ['city', 'county', 'town'], holder: 'person', mayBeReadOnly: true },
  leader: { levels: ['city', 'county', 'town', 'village'], holder: 'person', mayBeReadOnly: true },
  administrator: { levels: ['city', 'county', 'town'], holder: 'person', mayBeReadOnly: true },
  externalSystem: { levels: ['city', 'county'], holder: 'client' },
} as const satisfies Record<PositionRole, Rule>;

export interface Appointment {
  role: PositionRole;
  areaCode: string;
  unitCode: string | null;
  holder: 'person' | 'client';
  validFrom: Date;
  validTo: Date | null;
  readOnly?: boolean;
}

/** Whether a position makes sense in itself; who may give it, and whether its places exist, is asked elsewhere. */
export function checkAppointment(wanted: Appointment): { ok: true } | Refusal {
  const rule: Rule = RULES[wanted.role];
  const level = levelOf(wanted.areaCode);
  if (level === null) return refuse('AREA_UNKNOWN', { field: 'areaCode', value: wanted.areaCode });
  if (!rule.levels.includes(level)) {
    return refuse('INPUT_INVALID', { field: 'areaCode', value: wanted.areaCode, expected: rule.levels.join(' | ') });
  }
  if (rule.holder !== wanted.holder) {
    const field = rule.holder === 'client' ? 'clientSubject' : 'personId';
    return refuse('INPUT_INVALID', { field, expected: `${wanted.role}: ${rule.holder}` });
  }
  if (rule.needsUnit && wanted.unitCode === null) {
    return refuse('INPUT_INVALID', { field: 'unitCode', expected: 'units { code }' });
  }
  if (wanted.readOnly && !rule.mayBeReadOnly) {
    return refuse('INPUT_INVALID', { field: 'readOnly', value: wanted.role, expected: 'supervisor | leader | administrator' });
  }
  if (wanted.validTo !== null && wanted.validTo <= wanted.validFrom) {
    return refuse('TIME_INVALID', { field: 'validTo', expected: '> validFrom' });
  }
  return { ok: true };
}
