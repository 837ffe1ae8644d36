import { Injectable } from '@nestjs/common';
import type { Limit, PartOf } from '@yiwang/contracts/case-flow';
import { checkText } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { Places } from '../tasks/places.js';
import type { LimitInput, PartInput } from './part.input.js';
import { Recipients } from './recipients.js';

const MAX_PARTS = 30;
const MAX_PERSONS = 20;
const MAX_AMOUNT = 1_000;
const MAX_SHORT_TEXT = 200;

/** The case or the task of which parts are made; whoever is shut out of the task takes none of its parts. */
interface SharedOut {
  countyCode: string;
  excludedSubjects?: readonly string[];
}

/** The form of parts: that each says what it is, and to whom it goes in a place and unit that are there and staffed. */
@Injectable()
export class Parts {
  constructor(
    private readonly places: Places,
    private readonly recipients: Recipients,
  ) {}

  /** @throws AppError INPUT_INVALID, AREA_UNKNOWN, NOT_FOUND or RECIPIENT_VACANT with the field's path. */
  async check(field: string, given: readonly PartInput[], of: SharedOut, caller: Caller): Promise<PartOf[]> {
    if (given.length > MAX_PARTS) {
      throw new AppError('INPUT_INVALID', { field, expected: `最多 ${MAX_PARTS} 项 / ${MAX_PARTS} at most` });
    }
    return Promise.all(given.map((part, i) => this.checkOne(`${field}[${i}]`, part, of, caller)));
  }

  async checkOne(field: string, given: PartInput, { countyCode, excludedSubjects }: SharedOut, caller: Caller): Promise<PartOf> {
    const { unitCode, subjects } = given;
    const roles = given.roles ?? (unitCode ? ['departmentHandler' as const] : []);
    if (roles.length === 0) throw empty(`${field}.roles`);
    if ((subjects?.length ?? 0) > MAX_PERSONS || subjects?.some((one) => !/^[\x21-\x7e]{1,64}$/.test(one))) {
      throw new AppError('INPUT_INVALID', { field: `${field}.subjects`, expected: `1–${MAX_PERSONS}` });
    }
    const part: PartOf = {
      title: shortText(`${field}.title`, given.title),
      roles: [...new Set(roles)],
      areaCode: await this.places.area(`${field}.areaCode`, given.areaCode, countyCode, caller),
      ...(unitCode ? { unitCode: await this.places.unit(`${field}.unitCode`, unitCode, caller) } : {}),
      ...(subjects?.length ? { subjects: [...new Set(subjects)] } : {}),
      ...(given.limit ? { limit: limitOf(`${field}.limit`, given.limit) } : {}),
    };
    return { ...part, ...(await this.recipients.check(field, { ...part, excludedSubjects }, caller)) };
  }
}

/** One line that must be there. @throws AppError INPUT_INVALID, TEXT_TOO_LONG or TEXT_CONTROL_CHARACTERS */
export function shortText(field: string, given: string, limit = MAX_SHORT_TEXT): string {
  const { text } = orThrow(checkText(field, given, limit));
  if (text === '') throw empty(field);
  return text;
}

/** @throws AppError INPUT_INVALID for what is no length of time. */
export function limitOf(field: string, { amount, unit }: LimitInput): Limit {
  if (amount > 0 && amount <= MAX_AMOUNT) return { amount, unit };
  throw new AppError('INPUT_INVALID', { field: `${field}.amount`, expected: `0 < … ≤ ${MAX_AMOUNT}` });
}

const empty = (field: string): AppError =>
  new AppError('INPUT_INVALID', { field, expected: '不能为空 / must not be empty' });
