/** Something the person at the keyboard can put right: printed as one line, without a stack. */
export class StartProblem extends Error {}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
