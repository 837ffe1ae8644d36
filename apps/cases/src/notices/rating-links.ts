import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NoticeData } from '@yiwang/platform/notification';

const TOKEN = /^(\d{6}-\d{8}-\d{6,12})\.([1-9]\d{0,2})\.([\w-]{22})$/;
const PROOF_BYTES = 16;

/**
 * The link by which a resident rates one answer. Like the pickup code its token follows from the case, here with its
 * round, and a secret of this service: whoever sends the notice writes it without asking anybody, and nothing is stored
 * before it is used. That it counts once is kept by evaluations.
 */
@Injectable()
export class RatingLinks {
  /** @param pages the address under which residents reach the pages */
  constructor(
    private readonly secret: string,
    private readonly pages: string,
  ) {}

  /** A token names the case and the round in the clear: the message that carries it does so too. */
  tokenOf(caseNumber: string, round: number): string {
    return `${caseNumber}.${round}.${this.proofOf(caseNumber, round).toString('base64url')}`;
  }

  /** Behind a #, so that no server on the way writes the token into its log. */
  of(caseNumber: string, round: number): string {
    return `${this.pages.replace(/\/+$/, '')}/t/rate#${this.tokenOf(caseNumber, round)}`;
  }

  /** Of which case and round a token is; null for what was never given out. */
  read(token: string): { caseNumber: string; round: number } | null {
    const [, caseNumber = '', digits = '', proof = ''] = TOKEN.exec(token) ?? [];
    const given = Buffer.from(proof, 'base64url');
    const round = Number(digits);
    if (given.length !== PROOF_BYTES || !timingSafeEqual(given, this.proofOf(caseNumber, round))) return null;
    return { caseNumber, round };
  }

  /** What the notice of an answer says beyond what is kept in the outbox. */
  addTo = (type: string, { caseNumber, round }: NoticeData): NoticeData =>
    type === 'caseAnswered' && typeof caseNumber === 'string' && typeof round === 'number'
      ? { ratingLink: this.of(caseNumber, round) }
      : {};

  private proofOf(caseNumber: string, round: number): Buffer {
    return createHmac('sha256', this.secret).update(`rating-link\0${caseNumber}\0${round}`).digest().subarray(0, PROOF_BYTES);
  }
}
