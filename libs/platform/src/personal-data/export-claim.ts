import { timingSafeEqual } from 'node:crypto';
import type { BlindIndex } from './blind-index.js';

/** Whose data one service lets the caller of this very request have from the others. */
export interface ExportClaim {
  residentId: string;
  countyCode: string;
  /** Of their account, where they have one. */
  subject: string | null;
  /** Blind index, in hexadecimal, of the number that was verified as theirs. */
  phoneIndex: string | null;
  /** Who asked: nobody else may use it. */
  askedBy: string;
  /** ISO 8601, UTC. */
  validUntil: string;
}

const PURPOSE = 'export-claim';

/** As one string that services of ours pass on through the gateway: nobody without the index key can make one up. */
export function writeClaim(index: BlindIndex, claim: ExportClaim): string {
  const content = Buffer.from(JSON.stringify(claim));
  return `${content.toString('base64url')}.${index.keyed(PURPOSE, content).toString('base64url')}`;
}

/** Null for what is no claim, was changed, is over, or is somebody else's. */
export function readClaim(index: BlindIndex, text: string, askedBy: string | null, now: Date): ExportClaim | null {
  const [content = '', proof = ''] = text.split('.');
  const bytes = Buffer.from(content, 'base64url');
  const [given, expected] = [Buffer.from(proof, 'base64url'), index.keyed(PURPOSE, bytes)];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const claim = JSON.parse(bytes.toString()) as ExportClaim;
  return claim.askedBy === askedBy && Date.parse(claim.validUntil) > now.getTime() ? claim : null;
}
