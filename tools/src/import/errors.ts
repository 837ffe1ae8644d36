/** Something the person at the keyboard can put right: shown as one line in their language, without a stack. */
export class ImportProblem extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(en);
    this.name = 'ImportProblem';
  }
}

/** Why one row was refused. */
export interface RefusedRow {
  line: number;
  /** The last line of it, where broken quoting left a row in pieces. */
  lastLine: number;
  code: string;
  reason: string;
}
