const STORE = 'files';

/** Keeps pictures and recordings of drafts over a reload; localStorage is too small for them. */
function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('yiwang', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('no database'));
  });
}

async function within<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opened = await database();
  try {
    return await new Promise<T>((resolve, reject) => {
      const asked = act(opened.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('not kept'));
    });
  } finally {
    opened.close();
  }
}

/** Answers whether it is kept: a full phone or a private window may refuse. */
export const keepFile = (id: string, content: Blob): Promise<boolean> =>
  within('readwrite', (store) => store.put(content, id)).then(
    () => true,
    () => false,
  );

export const keptFile = (id: string): Promise<Blob | null> =>
  within<unknown>('readonly', (store) => store.get(id)).then(
    (found) => (found instanceof Blob ? found : null),
    () => null,
  );

export const dropFile = (id: string): Promise<unknown> => within('readwrite', (store) => store.delete(id)).catch(() => null);
