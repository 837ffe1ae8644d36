import DataLoader from 'dataloader';

/** The batch loaders of one request: a reference asked for many times in one query becomes one read. */
export class Loaders {
  private readonly loaders = new Map<symbol | string, DataLoader<string, unknown>>();

  /** @param cache off for a subscription, whose events go on long after what was read for the first one has changed. */
  constructor(private readonly cache = true) {}

  /**
   * The loader of that name, made on first use.
   * @param load gets distinct keys and answers a map; a key that is missing from it loads as null.
   */
  get<V>(name: symbol | string, load: (keys: readonly string[]) => Promise<Map<string, V>>): DataLoader<string, V | null> {
    const known = this.loaders.get(name) as DataLoader<string, V | null> | undefined;
    if (known) return known;
    const made = new DataLoader<string, V | null>(
      async (keys) => {
        const found = await load([...new Set(keys)]);
        return keys.map((key) => found.get(key) ?? null);
      },
      { cache: this.cache },
    );
    this.loaders.set(name, made as DataLoader<string, unknown>);
    return made;
  }
}
