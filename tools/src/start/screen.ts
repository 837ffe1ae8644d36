import type { Narrator } from '../infrastructure/running.js';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Progress for whoever waits: one line that changes on a terminal, plain lines in a log. */
export class Screen implements Narrator {
  private isLineOpen = false;
  private lastProgress = '';

  constructor(private readonly out: NodeJS.WriteStream = process.stdout) {}

  progress(text: string): void {
    if (this.out.isTTY) {
      this.clear();
      this.out.write(`  … ${text}`.slice(0, Math.max(20, (this.out.columns || 80) - 1)));
      this.isLineOpen = true;
    } else if (text !== this.lastProgress) this.out.write(`  … ${text}\n`);
    this.lastProgress = text;
  }

  note(text: string): void {
    this.line(`  ! ${text}`);
  }

  done(text: string, tookMs: number): void {
    this.line(`  ✓ ${text} (${seconds(tookMs)})`);
  }

  line(text: string): void {
    this.clear();
    this.out.write(`${text}\n`);
  }

  /** Leaves the cursor on a line of its own. */
  finish(): void {
    this.clear();
  }

  private clear(): void {
    if (this.isLineOpen) this.out.write('\r\u001b[2K');
    this.isLineOpen = false;
  }
}
