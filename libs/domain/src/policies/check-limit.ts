import { limitIsWithin } from '../clocks/add-limit.js';
import type { Limit } from '../clocks/ledger.types.js';
import { describeLimit } from '../clocks/wording.js';
import { exactly, oneOf, problem, type Check, type PolicyProblem } from './shape.js';

/** A year of each unit: nobody promises more, and reckoning stays quick. */
const MOST: Readonly<Record<Limit['unit'], number>> = {
  minutes: 527_040,
  hours: 8_784,
  calendarDays: 366,
  workingHours: 2_000,
  workingDays: 250,
};

const LIMIT_SHAPE = exactly({
  amount: (value, field, found) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) found.push(problem(field, '数 / a number'));
  },
  unit: oneOf(Object.keys(MOST)),
});

const limitFrom =
  (isEnough: (amount: number) => boolean, expected: string): Check =>
  (value, field, found) => {
    if (value === null || value === undefined) return void found.push(problem(field, '须有时限 / a limit'));
    const before = found.length;
    LIMIT_SHAPE(value, field, found);
    if (found.length > before) return;
    const { amount, unit } = value as Limit;
    const isWhole = unit !== 'workingDays' || Number.isInteger(amount);
    if (isEnough(amount) && amount <= MOST[unit] && isWhole) return;
    found.push(problem(field, `${expected.replaceAll('{most}', String(MOST[unit]))}`));
  };

/** A limit there has to be: more than nothing, no more than a year, working days in whole numbers. */
export const limit = limitFrom((amount) => amount > 0, '大于 0、不超过 {most} 的时限，工作日为整数 / a limit above 0, {most} at most, working days whole');

/** The same where nothing means "none". */
export const limitOrNone = limitFrom((amount) => amount >= 0, '0 至 {most} 的时限，工作日为整数 / a limit from 0 to {most}, working days whole');

/** Notes a cap that may be passed; across units the cautious answer counts, so that the cap holds in every week. */
export function insistWithin(field: string, given: Limit, most: Limit, found: PolicyProblem[]): void {
  if (limitIsWithin(given, most)) return;
  found.push(problem(field, `不超过${describeLimit(most, 'zh')}（单位不同时从严） / no more than ${describeLimit(most, 'en')}, in every week`));
}

/** Notes a part that is longer than the whole; where units leave it open, it passes. */
export function insistNotLonger(field: string, part: Limit, whole: Limit, found: PolicyProblem[]): void {
  if (limitIsWithin(part, whole) || !limitIsWithin(whole, part)) return;
  found.push(problem(field, `不长于${describeLimit(whole, 'zh')} / no longer than ${describeLimit(whole, 'en')}`));
}
