import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AboutWhom, Channel } from '@yiwang/contracts/case-flow';
import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { countyOf, parseArea } from '@yiwang/domain/areas';
import {
  checkIdempotencyKey,
  checkReport,
  checkText,
  checkTime,
  contentSignature,
  type CheckedReport,
} from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { AttachmentRecords } from '@yiwang/platform/storage';
import { DataSource } from 'typeorm';
import { checkAttachmentCount } from '../attachments/attachment-claims.js';
import { BusinessTime } from '../business-time.js';
import { CaseEntity } from '../case/case.entity.js';
import { ContentHashes } from '../personal-data/content-hashes.js';
import { CASES_BY_KEY } from './insert-cases.sql.js';
import { checkJurisdiction, starterOf, takingIn, type StartingRight } from './intake-access.js';
import { ReferenceDirectory } from './reference-directory.js';
import type { AboutWhomInput, StartCaseInput } from './start-case.input.js';

/** A case that may be written: everything about it has been looked at. */
export interface PreparedCase {
  input: StartCaseInput;
  report: CheckedReport;
  countyCode: string;
  areaCode: string;
  channel: Channel;
  aboutWhom: AboutWhom | null;
  reportedAt: string | null;
  /** The resident's consent under which it is filed for them. */
  proxyId: string | null;
  contentHash: Buffer;
  signature: Buffer;
}

export type Preparation = { ok: true; prepared: PreparedCase } | Refusal;

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Looks at what was sent before anything is written; refuses with the field and what would be right. */
@Injectable()
export class CasePreparation {
  constructor(
    private readonly directory: ReferenceDirectory,
    private readonly attachments: AttachmentRecords,
    private readonly dataSource: DataSource,
    private readonly time: BusinessTime,
    private readonly hashes: ContentHashes,
  ) {}

  async prepare(input: StartCaseInput, caller: Caller, right: StartingRight): Promise<Preparation> {
    try {
      return await this.look(input, caller, right);
    } catch (error) {
      // A neighbour that is away concerns the cases that need it; the others of a batch go on.
      if (error instanceof AppError) return refuse(error.code, error.details);
      throw error;
    }
  }

  /**
   * The case that stands under the key of exactly this content, for a call that is repeated after the area, the category
   * or the caller's right has changed, or while another service is away: what was answered once is answered again.
   */
  async replayOf(
    { idempotencyKey }: StartCaseInput,
    sent: unknown,
    caller: Caller,
  ): Promise<{ ok: true; case: CaseEntity; replayed: true } | null> {
    if (!checkIdempotencyKey(idempotencyKey).ok) return null;
    const under = { starter: starterOf(caller), idempotencyKey };
    const standing = await takingIn(() => this.dataSource.manager.findOneBy(CaseEntity, under));
    return standing && this.hashes.match(standing.contentHash, this.hashes.of(sent)) ? { ok: true, case: standing, replayed: true } : null;
  }

  private async look(input: StartCaseInput, caller: Caller, right: StartingRight): Promise<Preparation> {
    const key = checkIdempotencyKey(input.idempotencyKey);
    if (!key.ok) return key;
    const report = checkReport(input);
    if (!report.ok) return report;
    const small = checkSmallTexts(input);
    if (!small.ok) return small;
    if (input.onBehalf && (!right.isStaff || !input.onBehalf.consent)) {
      return right.isStaff ? refuse('CONSENT_REQUIRED', { field: 'onBehalf.consent' }) : refuse('FORBIDDEN', { field: 'onBehalf' });
    }
    // What class a matter is of decides on its path: not for whoever reports it to say.
    if (input.caseClass && right.areas === 'anywhere') return refuse('FORBIDDEN', { field: 'caseClass' });
    const filing = await right.filing(input, this.time.now());
    if (!filing.ok) return filing;
    const now = this.time.now().getTime();
    const reportedAt = input.reportedAt ? checkTime('reportedAt', input.reportedAt.getTime(), now) : null;
    if (reportedAt && !reportedAt.ok) return reportedAt;
    if (input.categoryCode && !(await this.directory.knowsCategory(input.categoryCode, caller))) {
      return refuse('CATEGORY_UNKNOWN', { field: 'categoryCode', value: input.categoryCode });
    }
    const attachments = await this.checkAttachments(input, caller);
    if (!attachments.ok) return attachments;
    const place = await this.place(input, report.report, caller, right);
    if (!place.ok) return place;
    const countyCode = countyOf(place.areaCode) ?? place.areaCode;
    const about = input.aboutWhom ? await this.concerned(input.aboutWhom, countyCode, caller) : null;
    if (about && !about.ok) return about;
    return {
      ok: true,
      prepared: {
        input,
        report: report.report,
        countyCode,
        areaCode: place.areaCode,
        channel: input.channel ?? defaultChannel(caller, input),
        aboutWhom: about && about.aboutWhom,
        reportedAt: reportedAt?.at ?? null,
        proxyId: filing.proxyId,
        contentHash: this.hashes.of(input),
        signature: sha256(contentSignature(report.report.text, ...report.report.furtherText)),
      },
    };
  }

  /** An attachment must be uploaded, the caller's own, and free or, when a start is repeated, that very case's. */
  private async checkAttachments(input: StartCaseInput, caller: Caller): Promise<{ ok: true } | Refusal> {
    const ids = input.attachmentIds ?? [];
    if (ids.length === 0) return { ok: true };
    const count = checkAttachmentCount(ids);
    if (!count.ok) return count;
    const uploaded = await takingIn(() => this.attachments.find(this.dataSource, ids));
    const own = uploaded.filter((one) => one.uploadedBy === caller.subject);
    const isTaken = own.some(({ caseNumber }) => caseNumber !== null);
    const byKey = [starterOf(caller), [input.idempotencyKey]];
    const [repeated] = isTaken
      ? await takingIn(() => this.dataSource.query<{ number: string }[]>(CASES_BY_KEY, byKey))
      : [];
    const usable = own.filter(({ caseNumber }) => caseNumber === null || caseNumber === repeated?.number);
    const unknown = ids.find((id) => !usable.some((one) => one.id === id));
    return unknown === undefined ? { ok: true } : refuse('ATTACHMENT_UNKNOWN', { field: 'attachmentIds', value: unknown });
  }

  /** Whom it is about must be of the same county, and an area or unit that is there. */
  private async concerned(
    { areaCode: given, role, unitCode, subject }: AboutWhomInput,
    countyCode: string,
    caller: Caller,
  ): Promise<{ ok: true; aboutWhom: AboutWhom } | Refusal> {
    const area = parseArea(given, 'aboutWhom.areaCode');
    if (!area.ok) return area;
    const { areaCode, level } = area;
    if (level === 'city' || countyOf(areaCode) !== countyCode || !(await this.directory.knowsArea(areaCode, caller))) {
      return refuse('AREA_UNKNOWN', { field: 'aboutWhom.areaCode', value: given });
    }
    if (unitCode && !(await this.directory.knowsUnit(unitCode, caller))) {
      return refuse('NOT_FOUND', { field: 'aboutWhom.unitCode', value: unitCode });
    }
    const named = { ...(role && { role }), ...(unitCode && { unitCode }), ...(subject && { subject }) };
    return { ok: true, aboutWhom: { areaCode, ...named } };
  }

  /** As exact as can be known: the area that was given, the QR point's, one named in the words, or the county. */
  private async place(
    input: StartCaseInput,
    report: CheckedReport,
    caller: Caller,
    right: StartingRight,
  ): Promise<{ ok: true; areaCode: string } | Refusal> {
    if (input.areaCode) return this.givenArea(input.areaCode, caller, right);
    if (input.qrPointCode) {
      const areaCode = await this.directory.areaOfQrPoint(input.qrPointCode, caller);
      if (areaCode === null) return refuse('NOT_FOUND', { field: 'qrPointCode', value: input.qrPointCode });
      const jurisdiction = checkJurisdiction(right, areaCode);
      return jurisdiction.ok ? { ok: true, areaCode } : jurisdiction;
    }
    if (right.defaultCounty === null) {
      return refuse('INPUT_INVALID', { field: 'areaCode', expected: '区域编码或二维码 / an area code or a QR point' });
    }
    const areas = await this.directory.areasOf(right.defaultCounty, caller);
    const named = areas.places.recognise([input.placeText, report.title, report.text]);
    // A caller's reach may be narrower than the county: a place outside it goes to the county's desk all the same.
    const areaCode = named !== null && checkJurisdiction(right, named.code).ok ? named.code : right.defaultCounty;
    return { ok: true, areaCode };
  }

  private async givenArea(
    given: string,
    caller: Caller,
    right: StartingRight,
  ): Promise<{ ok: true; areaCode: string } | Refusal> {
    const area = parseArea(given);
    if (!area.ok) return area;
    const jurisdiction = checkJurisdiction(right, area.areaCode);
    if (!jurisdiction.ok) return jurisdiction;
    return area.level !== 'city' && (await this.directory.knowsArea(area.areaCode, caller))
      ? { ok: true, areaCode: area.areaCode }
      : refuse('AREA_UNKNOWN', { field: 'areaCode', value: given });
  }
}

/** More is no report but a file, and belongs into an attachment. */
const MAX_FURTHER_TEXTS = 50;
const SMALL_TEXTS = [
  ['categoryCode', 64],
  ['qrPointCode', 64],
  ['placeText', 200],
  ['sourceReference', 200],
] as const;
const CONCERNED_TEXTS = [
  ['unitCode', 64],
  ['subject', 64],
] as const;
const REPORTER_TEXTS = [
  ['name', 60],
  ['phone', 40],
  ['reference', 128],
] as const;

function checkSmallTexts(input: StartCaseInput): { ok: true } | Refusal {
  if ((input.furtherText?.length ?? 0) > MAX_FURTHER_TEXTS) {
    const expected = `最多 ${MAX_FURTHER_TEXTS} 段 / ${MAX_FURTHER_TEXTS} parts at most`;
    return refuse('INPUT_INVALID', { field: 'furtherText', expected });
  }
  const given = [
    ...SMALL_TEXTS.map(([field, limit]) => ({ field, limit, value: input[field] })),
    ...REPORTER_TEXTS.map(([field, limit]) => ({ field: `reporter.${field}`, limit, value: input.reporter?.[field] })),
    ...CONCERNED_TEXTS.map(([field, limit]) => ({ field: `aboutWhom.${field}`, limit, value: input.aboutWhom?.[field] })),
  ];
  for (const { field, limit, value } of given) {
    if (!value) continue;
    const checked = checkText(field, value, limit);
    if (!checked.ok) return checked;
  }
  return { ok: true };
}

/** What a caller that does not say by which way it came most likely is. */
function defaultChannel(caller: Caller, input: StartCaseInput): Channel {
  if (caller.kind === 'client') return caller.clientId?.startsWith('hotline') ? 'hotline' : 'messageBoard';
  if (input.qrPointCode) return 'qr';
  return input.onBehalf ? 'offline' : 'web';
}
