import { createHash } from 'node:crypto';

/** By what one person is known again. */
export interface Known {
  key?: string;
  subject?: string | null;
}

/** What is kept of a person, for one matter alone: with another matter's it cannot be compared. */
export function marksOf(caseNumber: string, { key, subject }: Known): Buffer[] {
  const mark = (kind: string, value: string): Buffer => createHash('sha256').update(JSON.stringify([caseNumber, kind, value])).digest().subarray(0, 16);
  return [
    ...(key ? [mark('key', key)] : []),
    ...(subject ? [mark('subject', subject)] : []),
  ];
}
