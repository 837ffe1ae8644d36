import { Injectable } from '@nestjs/common';
import { canonicalForm } from '@yiwang/domain/intake';
import { PersonalData } from '@yiwang/platform/personal-data';
import { createHash } from 'node:crypto';

/**
 * Hashes of everything that was sent under a key: what tells a repeated call from another one. They are keyed, for a
 * telephone number that went into a plain hash could be found by trying all there are.
 */
@Injectable()
export class ContentHashes {
  constructor(private readonly personal: PersonalData) {}

  of(sent: unknown): Buffer {
    return this.keyed(createHash('sha256').update(canonicalForm(sent)).digest());
  }

  /** Cases from before hashes were keyed have plain ones, unless their set-up has keyed them since. */
  match(stored: Buffer, hash: Buffer): boolean {
    return stored.equals(hash) || this.keyed(stored).equals(hash);
  }

  keyed(plain: Buffer): Buffer {
    return this.personal.index.keyed('content', plain);
  }
}
