import { randomUUID } from 'node:crypto';
import { checkText, tidyTitle } from '@yiwang/domain/intake';
import { AppError, orThrow } from '@yiwang/platform/errors';

export interface GivenFinding {
  text: string;
  categoryCode?: string | null;
  attachmentIds?: string[] | null;
}

export interface CompletePatrol {
  gridCode: string;
  day?: string | null;
  slot?: string | null;
  note?: string | null;
  attachmentIds?: string[] | null;
  findings?: GivenFinding[] | null;
}

const LONGEST_TEXT = 4_000;
const MOST_FINDINGS = 20;
const MOST_PICTURES = 30;

const invalid = (field: string, expected: string): AppError => new AppError('INPUT_INVALID', { field, expected });

/** Texts in order, and every picture once. @throws AppError INPUT_INVALID, or a refused text */
export function readCompletion({ note, attachmentIds, findings }: CompletePatrol) {
  const given = findings ?? [];
  if (given.length > MOST_FINDINGS) throw invalid('findings', `至多 ${MOST_FINDINGS} 条 / ${MOST_FINDINGS} at most`);
  const read = given.map((finding, index) => {
    const text = orThrow(checkText(`findings[${index}].text`, finding.text, LONGEST_TEXT, tidyTitle)).text;
    if (text === '') throw invalid(`findings[${index}].text`, '不能为空 / must not be empty');
    const pictures = [...new Set(finding.attachmentIds ?? [])];
    return { id: randomUUID(), text, categoryCode: finding.categoryCode ?? null, attachmentIds: pictures };
  });
  const pictures = [...new Set([...(attachmentIds ?? []), ...read.flatMap((finding) => finding.attachmentIds)])];
  if (pictures.length > MOST_PICTURES) throw invalid('attachmentIds', `至多 ${MOST_PICTURES} 张 / ${MOST_PICTURES} at most`);
  const words = orThrow(checkText('note', note ?? '', LONGEST_TEXT, tidyTitle)).text;
  return { note: words === '' ? null : words, findings: read, pictures };
}
