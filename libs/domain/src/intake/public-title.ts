import { checkReason, type IntakeRefusal } from './report.js';
import { checkText, tidyTitle } from './texts.js';

/** In characters: one line on a small phone's screen, or two. */
export const MAX_PUBLIC_TITLE = 40;

/** A telephone or identity number, however it is spaced. */
const NUMBER = /\d(?:[\s-]?\d){6,}/;

/**
 * The title under which neighbours see a matter: written for it by whoever makes it public, one line, without a number
 * by which somebody could be found.
 */
export function checkPublicTitle(field: string, given: string): { ok: true; text: string } | IntakeRefusal {
  const needed = checkReason(field, given);
  if (!needed.ok) return needed;
  const checked = checkText(field, given.normalize('NFKC'), MAX_PUBLIC_TITLE, tidyTitle);
  if (!checked.ok || !NUMBER.test(checked.text)) return checked;
  return { ok: false, code: 'INPUT_INVALID', details: { field, expected: '不含电话、证件号码 / without telephone or identity numbers' } };
}
