import { APPROVAL_KINDS, CASE_CLASSES, CHANNELS, PATHS, type Path } from '../paths/vocabulary.js';
import { insistNotLonger, insistWithin, limit, limitOrNone } from './check-limit.js';
import { checkPath, checkVerified, pathShape } from './check-paths.js';
import { exactly, listOf, oneOf, problem, recordOf, share, wholeNumber, type Check, type PolicyProblem } from './shape.js';
import type { PolicyRules } from './types.js';

export type PolicyCheck = { ok: true; rules: PolicyRules } | { ok: false; problems: PolicyProblem[] };

const MOST_FOR_RESIDENT = { amount: 5, unit: 'calendarDays' } as const;
const MOST_SUSPENDED_DAYS = 90;
/** Records themselves: nobody is known by name for longer. */
const RECORDS_YEARS = 10;
/** Nobody steps into more cases than this alone, whatever a county says. */
const MOST_ALONE = 200;
const MOST_CATEGORIES = 2_000;
const CATEGORY = /^[A-Za-z0-9._-]{1,64}$/;

const forEach = (names: readonly string[], check: Check): Check =>
  exactly(Object.fromEntries(names.map((name) => [name, check])));

const SHAPE: Check = exactly({
  response: limit,
  callBack: exactly({ limit, channels: listOf(oneOf(CHANNELS), { most: CHANNELS.length, of: '来源渠道的列表 / a list of channels' }) }),
  desk: exactly({ town: limit, county: limit }),
  paths: forEach(PATHS, pathShape),
  marks: exactly({ half: share, yellow: share }),
  orderFeedback: limit,
  pause: exactly({ mostForResident: limitOrNone, automaticUpTo: limitOrNone }),
  suspension: exactly({ mostDays: wholeNumber(1, MOST_SUSPENDED_DAYS) }),
  approvals: exactly({
    patience: limit,
    fixed: recordOf(
      { is: (name) => (APPROVAL_KINDS as readonly string[]).includes(name), expected: `${APPROVAL_KINDS.join('、')} 之一 / one of ${APPROVAL_KINDS.join(', ')}` },
      APPROVAL_KINDS.length,
      oneOf(['town', 'county', 'city']),
    ),
  }),
  returns: exactly({ bindingAfter: wholeNumber(1, 9) }),
  rating: exactly({ windowDays: wholeNumber(1, 90) }),
  rounds: exactly({ most: wholeNumber(1, 9) }),
  retention: exactly({ personalYears: wholeNumber(1, RECORDS_YEARS) }),
  interventions: exactly({ secondPersonAbove: wholeNumber(0, MOST_ALONE) }),
  routing: exactly({
    byClass: forEach(CASE_CLASSES, oneOf(PATHS)),
    byCategory: recordOf(
      { is: (code) => CATEGORY.test(code), expected: '事项分类编码 / the code of a category' },
      MOST_CATEGORIES,
      oneOf(CASE_CLASSES),
    ),
  }),
});

/**
 * Whether a county may be governed by these rules, which may be anything at all. Names every problem with its field:
 * first whatever has not the shape of a policy (a path without a handler or a limit, words that do not exist), and once
 * there is none, what contradicts itself or the rules of the field: caps (10 working days of extension, 5 days of
 * waiting, 90 days of suspension), marks out of order, ways that do not lead up, matters that nobody would verify.
 */
export function checkPolicy(given: unknown): PolicyCheck {
  const found: PolicyProblem[] = [];
  SHAPE(given, '', found);
  if (found.length > 0) return { ok: false, problems: found };
  const rules = given as PolicyRules;
  for (const path of PATHS) checkPath(path as Path, rules, found);
  checkVerified(rules, found);
  if (rules.marks.half >= rules.marks.yellow) found.push(problem('marks', 'half 小于 yellow / half below yellow'));
  insistNotLonger('callBack.limit', rules.callBack.limit, rules.response, found);
  insistWithin('pause.mostForResident', rules.pause.mostForResident, MOST_FOR_RESIDENT, found);
  insistWithin('pause.automaticUpTo', rules.pause.automaticUpTo, rules.pause.mostForResident, found);
  const { suspension } = rules.approvals.fixed;
  if (suspension !== 'county' && suspension !== 'city') {
    found.push(problem('approvals.fixed.suspension', 'county 或 city：挂账由县级批准 / county or city: the county approves a suspension'));
  }
  return found.length > 0 ? { ok: false, problems: found } : { ok: true, rules };
}
