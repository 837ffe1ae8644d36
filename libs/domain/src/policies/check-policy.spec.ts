import * as fc from 'fast-check';
import { checkPolicy, completed, FIELD_POLICY } from './index.js';

const of = (amount: number, unit: string) => ({ amount, unit });
const path = (name: string, rules: object) => ({ paths: { [name]: rules } });
const fieldsOf = (change: unknown): string[] => {
  const checked = checkPolicy(completed(change));
  return checked.ok ? [] : checked.problems.map(({ field }) => field);
};

describe('checking a policy', () => {
  it('finds nothing in that of the field', () => {
    expect(checkPolicy(FIELD_POLICY)).toEqual({ ok: true, rules: FIELD_POLICY });
  });

  it.each<[string, object]>([
    ['a call-back for two channels', { callBack: { limit: of(30, 'minutes'), channels: ['qr', 'phone'] } }],
    ['difficult matters led by a cadre (Longnan)', { routing: { byClass: { difficult: 'cadreLed' } } }],
    ['no extension on a path', path('villageDirect', { extension: { most: of(0, 'hours'), automaticUpTo: of(0, 'hours') } })],
    ['a path that skips one', path('villageDirect', { up: 'cadreLed' })],
    ['a leader on a rung', path('villageTownJoint', { ladder: [{ tier: 'town', roles: ['townCentre'] }, { tier: 'town', roles: ['leader'] }] })],
    ['classes by category', { routing: { byCategory: { '07': 'general', '0703': 'difficult' } } }],
    ['every case verified', path('villageDirect', { verifyClasses: ['simple', 'general', 'major'] })],
  ])('allows %s', (_what, change) => {
    expect(fieldsOf(change)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a path without a handler', path('cadreLed', { ladder: [] }), 'paths.cadreLed.ladder'],
    ['a rung without a handler', path('cadreLed', { ladder: [{ tier: 'village', roles: [] }] }), 'paths.cadreLed.ladder[0].roles'],
    ['a rung of people who could never hold it', path('cadreLed', { ladder: [{ tier: 'village', roles: ['townCentre'] }] }), 'paths.cadreLed.ladder[0].roles[0]'],
    ['a role that does not exist', path('cadreLed', { ladder: [{ tier: 'village', roles: ['mayor'] }] }), 'paths.cadreLed.ladder[0].roles[0]'],
    ['a role twice', path('cadreLed', { ladder: [{ tier: 'village', roles: ['serviceTeam', 'serviceTeam'] }] }), 'paths.cadreLed.ladder[0].roles'],
    ['a rung of the city', path('countyCoordinated', { ladder: [{ tier: 'city', roles: ['leader'] }] }), 'paths.countyCoordinated.ladder[0].tier'],
    ['a ladder that leads down', path('villageDirect', { ladder: [{ tier: 'village', roles: ['serviceTeam'] }, { tier: 'grid', roles: ['gridMember'] }] }), 'paths.villageDirect.ladder'],
    ['a path without a limit', path('cadreLed', { resolution: null }), 'paths.cadreLed.resolution'],
    ['a limit of nothing', path('cadreLed', { resolution: of(0, 'calendarDays') }), 'paths.cadreLed.resolution'],
    ['a negative limit', { response: of(-1, 'hours') }, 'response'],
    ['a limit without end', { response: of(1e12, 'minutes') }, 'response'],
    ['half a working day', path('villageTownJoint', { resolution: of(9.5, 'workingDays') }), 'paths.villageTownJoint.resolution'],
    ['a unit that does not exist', { response: of(1, 'weeks') }, 'response.unit'],
    ['an amount in words', { response: { amount: '24', unit: 'hours' } }, 'response.amount'],
    ['an extension above the path’s own limit', path('cadreLed', { extension: { most: of(6, 'calendarDays'), automaticUpTo: of(1, 'calendarDays') } }), 'paths.cadreLed.extension.most'],
    ['an extension above ten working days', path('countyCoordinated', { extension: { most: of(11, 'workingDays'), automaticUpTo: of(1, 'workingDays') } }), 'paths.countyCoordinated.extension.most'],
    ['an extension that some weeks make longer', path('cadreLed', { extension: { most: of(5, 'workingDays'), automaticUpTo: of(1, 'calendarDays') } }), 'paths.cadreLed.extension.most'],
    ['more granted by itself than there is', path('cadreLed', { extension: { most: of(1, 'calendarDays'), automaticUpTo: of(2, 'calendarDays') } }), 'paths.cadreLed.extension.automaticUpTo'],
    ['a part longer than the whole', path('cadreLed', { part: of(6, 'calendarDays') }), 'paths.cadreLed.part'],
    ['longer to accept than to resolve', path('villageTownJoint', { accept: of(11, 'workingDays') }), 'paths.villageTownJoint.accept'],
    ['a path that goes up to itself', path('cadreLed', { up: 'cadreLed' }), 'paths.cadreLed.up'],
    ['a path that goes down', path('villageTownJoint', { up: 'villageDirect' }), 'paths.villageTownJoint.up'],
    ['a ring at the top', path('countyCoordinated', { up: 'villageDirect' }), 'paths.countyCoordinated.up'],
    ['the city from below the county', path('villageTownJoint', { up: 'city', nextRound: 'samePath' }), 'paths.villageTownJoint.up'],
    ['a path up that begins lower', path('cadreLed', { ladder: [{ tier: 'county', roles: ['leader'] }] }), 'paths.cadreLed.up'],
    ['a new round at the city', path('countyCoordinated', { nextRound: 'up' }), 'paths.countyCoordinated.nextRound'],
    ['major matters that nobody verifies', path('villageTownJoint', { verifyClasses: [] }), 'paths.villageTownJoint.verifyClasses'],
    ['such matters sent where nobody verifies', { routing: { byClass: { difficult: 'villageDirect' } } }, 'paths.villageDirect.verifyClasses'],
    ['a class that does not exist', path('cadreLed', { verifyClasses: ['huge'] }), 'paths.cadreLed.verifyClasses[0]'],
    ['half after yellow', { marks: { half: 0.9 } }, 'marks'],
    ['yellow at red', { marks: { yellow: 1 } }, 'marks.yellow'],
    ['a mark at the start', { marks: { half: 0 } }, 'marks.half'],
    ['six days of waiting', { pause: { mostForResident: of(6, 'calendarDays') } }, 'pause.mostForResident'],
    ['a review after 91 days', { suspension: { mostDays: 91 } }, 'suspension.mostDays'],
    ['suspensions that the town approves', { approvals: { fixed: { suspension: 'town' } } }, 'approvals.fixed.suspension'],
    ['suspensions that nobody in particular approves', { approvals: { fixed: {} } }, 'approvals.fixed.suspension'],
    ['an approval that does not exist', { approvals: { fixed: { suspension: 'county', holiday: 'town' } } }, 'approvals.fixed.holiday'],
    ['an approver below the town', { approvals: { fixed: { suspension: 'county', pause: 'grid' } } }, 'approvals.fixed.pause'],
    ['a call-back later than the response', { callBack: { limit: of(25, 'hours') } }, 'callBack.limit'],
    ['a channel that does not exist', { callBack: { channels: ['pigeon'] } }, 'callBack.channels[0]'],
    ['no round at all', { rounds: { most: 0 } }, 'rounds.most'],
    ['names kept for longer than records', { retention: { personalYears: 11 } }, 'retention.personalYears'],
    ['a class that goes nowhere', { routing: { byClass: { major: 'elsewhere' } } }, 'routing.byClass.major'],
    ['a category of no class', { routing: { byCategory: { '07': 'huge' } } }, 'routing.byCategory.07'],
    ['a category without a code', { routing: { byCategory: { '': 'major' } } }, 'routing.byCategory.'],
    ['a misspelt field', { respons: of(24, 'hours') }, 'respons'],
    ['a misspelt field further in', path('cadreLed', { resolutions: of(5, 'calendarDays') }), 'paths.cadreLed.resolutions'],
  ])('refuses %s, naming where', (_what, change, field) => {
    expect(fieldsOf(change)).toEqual([field]);
  });

  it('names every problem at once, in both languages', () => {
    const checked = checkPolicy(completed({ response: of(0, 'hours'), rounds: { most: 99 } }));
    expect(checked).toEqual({
      ok: false,
      problems: [
        expect.objectContaining({ code: 'POLICY_INVALID', field: 'response' }),
        { code: 'POLICY_INVALID', field: 'rounds.most', expected: '1 至 9 的整数 / a whole number from 1 to 9' },
      ],
    });
  });

  it('has an answer for anything at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (given) => {
        expect(checkPolicy(given).ok).toBe(false);
        expect(typeof checkPolicy(completed({ paths: given, routing: given })).ok).toBe('boolean');
      }),
    );
  });
});
