import { covers } from '../areas/index.js';
import { CENTRE_OF, levelAbove } from '../paths/handlers.js';
import type { PositionRole, Tier } from '../paths/vocabulary.js';
import type { Scope } from './scopes.js';

/** 通报 or 约谈 → 整改 → 验收: rectifying until something is handed in, submitted until the level above has looked. */
export const RECTIFICATION_STATES = ['rectifying', 'submitted', 'accepted'] as const;
export type RectificationState = (typeof RECTIFICATION_STATES)[number];

/** Positions, in an area or of a unit. */
export interface Answerable {
  tier: Tier;
  roles: PositionRole[];
  areaCode: string;
  unitCode?: string;
}

export interface RectifyingActor {
  subject?: string;
  role?: PositionRole;
  areaCode?: string;
  unitCode?: string;
}

type Refused = { ok: false; code: 'RECTIFICATION_STATE_REFUSES' | 'RECTIFICATION_NOT_YOURS' | 'RECTIFICATION_OWN'; details: { actual?: string } };
export type RectificationVerdict = { ok: true } | Refused;

/** Who has to put it right: the village's secretary, the town's centre, the department's people. */
export function answerableFor({ kind, code }: Scope, countyCode: string): Answerable | null {
  if (kind === 'county') return null;
  if (kind === 'unit') return { tier: 'county', roles: ['departmentHandler'], areaCode: countyCode, unitCode: code };
  return { tier: kind, roles: [...CENTRE_OF[kind]], areaCode: code };
}

/** Who says whether it is put right: the level above with its leaders; a department answers to the county. */
export function acceptsFrom(scope: Scope, countyCode: string): Answerable {
  const above: Answerable =
    scope.kind === 'unit'
      ? { tier: 'county', roles: [...CENTRE_OF.county], areaCode: countyCode }
      : levelAbove({ tier: scope.kind === 'village' ? 'village' : 'town', areaCode: scope.code });
  return { ...above, roles: [...above.roles, 'leader', 'supervisor'] };
}

const refused = (code: Refused['code'], details: Refused['details'] = {}): Refused => ({ ok: false, code, details });

const isOf = ({ roles, areaCode, unitCode }: Answerable, actor: RectifyingActor): boolean =>
  actor.role !== undefined &&
  actor.areaCode !== undefined &&
  roles.includes(actor.role) &&
  (unitCode === undefined ? actor.areaCode === areaCode : actor.unitCode === unitCode);

/** Whether somebody may hand in what was put right (整改): the first key. */
export function maySubmitRectification(state: RectificationState, answerable: Answerable, actor: RectifyingActor): RectificationVerdict {
  if (state !== 'rectifying') return refused('RECTIFICATION_STATE_REFUSES', { actual: state });
  return isOf(answerable, actor) ? { ok: true } : refused('RECTIFICATION_NOT_YOURS');
}

/** Whether somebody may accept or return it (验收): the second key, by the level above and never by whoever handed it in. */
export function mayDecideRectification(
  state: RectificationState,
  accepts: Answerable,
  actor: RectifyingActor,
  submitters: readonly string[],
): RectificationVerdict {
  if (state !== 'submitted') return refused('RECTIFICATION_STATE_REFUSES', { actual: state });
  if (actor.subject !== undefined && submitters.includes(actor.subject)) return refused('RECTIFICATION_OWN');
  const { role, areaCode } = actor;
  const isAbove = role !== undefined && areaCode !== undefined && accepts.roles.includes(role) && covers(areaCode, accepts.areaCode);
  return isAbove ? { ok: true } : refused('RECTIFICATION_NOT_YOURS');
}
