const NAME = 'yiwang-console';
const STORES = ['files', 'acts', 'days'] as const;
const VERSION = 2;
type StoreName = (typeof STORES)[number];

/** What this device keeps for later: pictures and recordings, acts that could not be sent, the day as it was last seen. localStorage is too small. */
function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, VERSION);
    opening.onupgradeneeded = () => {
      const { result } = opening;
      for (const name of STORES) if (!result.objectStoreNames.contains(name)) result.createObjectStore(name, { keyPath: 'id' });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('no database'));
  });
}

async function within<T>(name: StoreName, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opened = await database();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = opened.transaction(name, mode);
      const asked = act(transaction.objectStore(name));
      // What was put is kept once the transaction has ended, not once it was asked for.
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
    });
  } finally {
    opened.close();
  }
}

export interface DeviceStore<T extends { id: string }> {
  /** @throws where the device is full or keeps nothing, as a private window may. */
  put(value: T): Promise<unknown>;
  get(id: string): Promise<T | null>;
  /** All of them by id. */
  all(): Promise<T[]>;
  drop(id: string): Promise<unknown>;
}

export const deviceStore = <T extends { id: string }>(name: StoreName): DeviceStore<T> => ({
  put: (value) => within(name, 'readwrite', (store) => store.put(value)),
  get: async (id) => ((await within<unknown>(name, 'readonly', (store) => store.get(id))) as T | undefined) ?? null,
  all: () => within(name, 'readonly', (store) => store.getAll()) as Promise<T[]>,
  drop: (id) => within(name, 'readwrite', (store) => store.delete(id)),
});
