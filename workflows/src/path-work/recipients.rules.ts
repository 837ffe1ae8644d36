import type { PartOf } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { isPutToConcerned, isReachable } from '@yiwang/domain/paths';
import type { Verdict } from '../recording/tasks.rules.js';
import type { Work } from './work.rules.js';

/**
 * Whether work may be put to these recipients, each with the field that names it: never to whom the complaint is about
 * (回避), and only where somebody can take it, `within` the area of whoever leads or on the way up from there.
 */
export function checkRecipients(work: Work, within: string, parts: readonly (readonly [field: string, part: PartOf])[]): Verdict {
  const { aboutWhom } = work.input;
  for (const [field, part] of parts) {
    if (aboutWhom !== undefined && isPutToConcerned(aboutWhom, part)) return refuse('RECIPIENT_CONCERNED', { field });
    if (isReachable(part, within)) continue;
    return refuse('AREA_OUTSIDE_JURISDICTION', { field: `${field}.areaCode`, value: part.areaCode, expected: `${within}…` });
  }
  return { ok: true };
}
