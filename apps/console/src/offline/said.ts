/** Which of an act's inputs are words of its author, to be read and changed before it is sent again. */
const WORDS = ['note', 'text', 'answer', 'explanation', 'findings', 'reason'] as const;
export type Word = (typeof WORDS)[number];

interface Input {
  findings?: unknown;
  attachmentIds?: unknown;
}

/** The words of an act, by the field that they stand in. */
export const wordsIn = (input: Record<string, unknown>): [Word, string][] =>
  WORDS.flatMap((name): [Word, string][] => (typeof input[name] === 'string' && input[name] !== '' ? [[name, input[name]]] : []));

/** What a round found, which is a list of its own. */
export const foundIn = ({ findings }: Input): string[] => (Array.isArray(findings) ? findings.map(({ text }: { text: string }) => text) : []);

/** How many pictures and recordings go along, those of findings counted too. */
export function filesIn({ attachmentIds, findings }: Input): number {
  const own = Array.isArray(attachmentIds) ? attachmentIds.length : 0;
  return own + (Array.isArray(findings) ? findings.reduce((sum: number, one: Input) => sum + filesIn(one), 0) : 0);
}
