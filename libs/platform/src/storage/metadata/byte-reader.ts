/** A content that is read piece by piece, however its chunks come. Lengths in bytes. */
export class ByteReader {
  private held: Buffer = Buffer.alloc(0);
  private ended = false;
  private readonly chunks: AsyncIterator<Uint8Array>;

  constructor(content: AsyncIterable<Uint8Array>) {
    this.chunks = content[Symbol.asyncIterator]();
  }

  /** Exactly so many, or fewer where the content ends before. */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = length;
    while (missing > 0 && (await this.more())) {
      const part = this.held.subarray(0, missing);
      this.held = this.held.subarray(part.length);
      missing -= part.length;
      parts.push(part);
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  /** So many of them as they come, without being collected. */
  async *pass(length: number): AsyncGenerator<Buffer> {
    let left = length;
    while (left > 0 && (await this.more())) {
      const part = this.held.subarray(0, left);
      this.held = this.held.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  /** All before the next byte of this value, which is then the next to be taken. */
  async *passUntil(byte: number): AsyncGenerator<Buffer> {
    while (await this.more()) {
      const at = this.held.indexOf(byte);
      const part = at === -1 ? this.held : this.held.subarray(0, at);
      this.held = this.held.subarray(part.length);
      if (part.length > 0) yield part;
      if (at !== -1) return;
    }
  }

  /** What was taken and is to be taken again. */
  giveBack(part: Buffer): void {
    this.held = Buffer.concat([part, this.held]);
  }

  /** Reads what is left and lets it go, so that a sender can end and its size is still counted. */
  async drop(): Promise<void> {
    while (await this.more()) this.held = Buffer.alloc(0);
  }

  /** Whether anything is there, after fetching the next chunk where nothing is held. */
  private async more(): Promise<boolean> {
    while (this.held.length === 0 && !this.ended) {
      const next = await this.chunks.next();
      if (next.done) this.ended = true;
      else this.held = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
    return this.held.length > 0;
  }
}
