import type { KeyObject } from 'node:crypto';
import { BlindIndex } from './blind-index.js';
import { KeyRing } from './key-ring.js';
import { PersonalKeys, type PersonalKeysOptions } from './personal-keys.js';
import { keyIdOf, seal, unseal, type Place } from './sealed-value.js';
import { readIndexKey, readPersonalKeys, type PersonalSettings } from './settings.js';

/** What a sealed value says: its text, or that there never was one, or that there was one and its key is destroyed. */
export type Opened = { text: string; erased: false } | { text: null; erased: boolean };

/** What a page shows where something was erased. */
export const ERASED = { zh: '已删除', en: 'erased' } as const;

/**
 * Personal data of one service, encrypted per field.
 *
 * How a service uses it: its migration runs `personalKeyTable()`; its settings take in `personalShape`; a table keeps
 * `bytea` columns, one for each sealed field and one for each index to search by, and never the text. Writing:
 * `await personal.seal(text, subject, { field: 'resident.phone', row: id })` and `personal.index.ofPhone(text)`; the
 * subject is whoever is to be erased together, such as `resident:<id>`. Reading: `await personal.open(sealed, place)`
 * for the same place; many at once become one statement. Searching: the index with `=`. Answers go through `maskName`
 * and `maskPhone` unless the caller was allowed to see the whole, with a reason that is audited. Erasing: clear the
 * indexes and `personal.keys.destroy(manager, [subject])` in one transaction. What already stands in plain text is
 * sealed in batches by the service's set-up, since SQL knows no keys.
 */
export class PersonalData {
  readonly index: BlindIndex;

  constructor(
    readonly keys: PersonalKeys,
    indexKey: KeyObject,
  ) {
    this.index = new BlindIndex(indexKey);
  }

  /** @throws Error for settings that are not usable. */
  static with(source: ConstructorParameters<typeof PersonalKeys>[0], settings: PersonalSettings, options?: PersonalKeysOptions): PersonalData {
    const ring = new KeyRing(readPersonalKeys(settings.PERSONAL_KEYS));
    return new PersonalData(new PersonalKeys(source, ring, options), readIndexKey(settings.PERSONAL_INDEX_KEY));
  }

  /** Null and empty stay nothing. */
  async seal(text: string | null | undefined, subject: string, place: Place): Promise<Buffer | null> {
    return text ? seal(text, await this.keys.ofSubject(subject), place) : null;
  }

  /** @throws Error for a value of another place, or one that was changed. */
  async open(sealed: Buffer | null, place: Place): Promise<Opened> {
    if (sealed === null) return { text: null, erased: false };
    const key = await this.keys.withId(keyIdOf(sealed));
    return key === null ? { text: null, erased: true } : { text: unseal(sealed, key, place), erased: false };
  }
}
