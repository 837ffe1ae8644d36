import { Injectable } from '@nestjs/common';
import { PersonalData, type Opened } from '@yiwang/platform/personal-data';
import type { CaseEntity } from '../case/case.entity.js';

/** Who reported a case, as it came in. */
export interface GivenReporter {
  name?: string | null;
  phone?: string | null;
  reference?: string | null;
}

/** The same as the case keeps it. */
export type SealedReporter = Pick<
  CaseEntity,
  | 'reporterKey'
  | 'reporterNameSealed'
  | 'reporterPhoneSealed'
  | 'reporterReferenceSealed'
  | 'reporterNameIndex'
  | 'reporterPhoneIndex'
  | 'reporterErasedAt'
>;

export interface OpenReporter {
  name: string | null;
  phone: string | null;
  reference: string | null;
  /** There was somebody, and what was known of them is gone for good. */
  erased: boolean;
}

export const NO_REPORTER: SealedReporter = {
  reporterKey: null,
  reporterNameSealed: null,
  reporterPhoneSealed: null,
  reporterReferenceSealed: null,
  reporterNameIndex: null,
  reporterPhoneIndex: null,
  reporterErasedAt: null,
};

const place = (field: string, row: string) => ({ field: `case_file.${field}`, row });

/** Residents with an account are known by it, others by their telephone number, the rest by nothing but their case. */
export const subjectOf = {
  account: (subject: string): string => `resident:${subject}`,
  phone: (index: Buffer): string => `phone:${index.toString('hex')}`,
  case: (number: string): string => `case:${number}`,
};

/** Seals and opens who reported a case. Whoever calls `open` has decided who may see it. */
@Injectable()
export class Reporters {
  constructor(private readonly personal: PersonalData) {}

  async seal(number: string, account: string | null, { name, phone, reference }: GivenReporter): Promise<SealedReporter> {
    if (!name && !phone && !reference) return NO_REPORTER;
    const phoneIndex = phone ? this.personal.index.ofPhone(phone) : null;
    const subject = account ? subjectOf.account(account) : phoneIndex ? subjectOf.phone(phoneIndex) : subjectOf.case(number);
    const [key, reporterNameSealed, reporterPhoneSealed, reporterReferenceSealed] = await Promise.all([
      this.personal.keys.ofSubject(subject),
      this.personal.seal(name, subject, place('reporter_name', number)),
      this.personal.seal(phone, subject, place('reporter_phone', number)),
      this.personal.seal(reference, subject, place('reporter_reference', number)),
    ]);
    return {
      ...{ reporterKey: key.id, reporterNameSealed, reporterPhoneSealed, reporterReferenceSealed },
      reporterNameIndex: name ? this.personal.index.ofName(name) : null,
      reporterPhoneIndex: phoneIndex,
      reporterErasedAt: null,
    };
  }

  async open(one: SealedReporter & { number: string }): Promise<OpenReporter> {
    const [name, phone, reference] = await Promise.all([
      this.personal.open(one.reporterNameSealed, place('reporter_name', one.number)),
      this.personal.open(one.reporterPhoneSealed, place('reporter_phone', one.number)),
      this.personal.open(one.reporterReferenceSealed, place('reporter_reference', one.number)),
    ]);
    const erased = one.reporterErasedAt !== null || [name, phone, reference].some((opened: Opened) => opened.erased);
    return { name: name.text, phone: phone.text, reference: reference.text, erased };
  }
}
