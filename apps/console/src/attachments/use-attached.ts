import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { files, isLocal, newLocalId, type FileHome, type FileKind, type KeptFile } from '../offline/files.js';
import { placeAgreed, placeNow } from './taking.js';
import { upload } from './upload.js';

export interface Attached {
  /** Stays the same while the id changes from a local one to that of the attachment. */
  key: string;
  id: string;
  kind: FileKind;
  /** Null where this device has no copy of it. */
  url: string | null;
  /** `waiting`: kept on the device until there is network. */
  state: 'sending' | 'sent' | 'waiting' | 'failed';
  /** Between 0 and 1. */
  share: number;
  /** What the service said against it. */
  message: string;
}

interface Wishes {
  value: readonly string[];
  onChange(ids: string[]): void;
  home: FileHome;
  /** Whether what cannot be sent may stay on the device, because whoever sends the form sends it too. */
  waits: boolean;
}

/**
 * The pictures and recordings of a form. Each is kept on the device before it is sent, so that a camera which closes
 * the browser loses nothing, and stands in the form's value under a local id until the service has given it one.
 */
export function useAttached({ value, onChange, home, waits }: Wishes) {
  const client = useClient();
  const [items, setItems] = useState<readonly Attached[]>([]);
  const now = useRef({ value, items, onChange });
  now.current.value = value;
  now.current.onChange = onChange;

  const setAll = (next: readonly Attached[]) => setItems((now.current.items = next));
  const change = (key: string, by: Partial<Attached>) => setAll(now.current.items.map((one) => (one.key === key ? { ...one, ...by } : one)));
  const give = (ids: string[]) => now.current.onChange((now.current.value = ids));

  const send = async (file: KeptFile) => {
    change(file.id, { state: 'sending', share: 0, message: '' });
    const sent = await upload(client, file, (share) => change(file.id, { share }));
    if (!sent.ok) {
      const mayWait = waits && sent.problem.code === 'NO_NETWORK' && (await files.get(file.id).catch(() => null)) !== null;
      return change(file.id, { state: mayWait ? 'waiting' : 'failed', message: sent.problem.message });
    }
    await markSent(file, sent.id);
    change(file.id, { id: sent.id, state: 'sent', share: 1 });
    give(now.current.value.map((id) => (id === file.id ? sent.id : id)));
  };

  /** @param isTaken whether it was taken this moment on the spot: then it says when, and where if that is agreed to. */
  const add = async (kind: FileKind, content: Blob, isTaken: boolean): Promise<void> => {
    const file: KeptFile = { id: newLocalId(), kind, home, content, takenAt: Date.now(), isTaken };
    await files.put(file).catch(() => null);
    setAll([...now.current.items, { key: file.id, id: file.id, kind, url: URL.createObjectURL(content), state: 'sending', share: 0, message: '' }]);
    give([...now.current.value, file.id]);
    const place = isTaken && placeAgreed() ? await placeNow() : null;
    if (place !== null) {
      file.place = place;
      await files.put(file).catch(() => null);
    }
    // It may have been removed while the place was asked for.
    if (now.current.value.includes(file.id)) await send(file);
  };

  const again = async ({ key, url }: Attached): Promise<void> => {
    const kept = await files.get(key).catch(() => null);
    const { kind } = now.current.items.find((one) => one.key === key) ?? { kind: 'picture' as const };
    // Where the device keeps nothing, the copy that is shown is still in memory.
    const file = kept ?? (url === null ? null : { id: key, kind, home, content: await (await fetch(url)).blob(), takenAt: Date.now() });
    if (file) await send(file);
  };

  const remove = ({ key, id, url }: Attached) => {
    if (url !== null) URL.revokeObjectURL(url);
    setAll(now.current.items.filter((one) => one.key !== key));
    give(now.current.value.filter((one) => one !== id));
    for (const one of new Set([key, id])) void files.drop(one).catch(() => null);
  };

  /** Brings back what a draft refers to, and lets go what the form has let go. */
  useEffect(() => {
    const gone = now.current.items.filter(({ id }) => !value.includes(id));
    if (gone.length > 0) setAll(now.current.items.filter((one) => !gone.includes(one)));
    for (const id of value.filter((id) => !now.current.items.some((one) => one.id === id))) {
      const item: Attached = { key: id, id, kind: 'picture', url: null, state: 'sent', share: 1, message: '' };
      setAll([...now.current.items, item]);
      void files.get(id).catch(() => null).then((kept) => {
        const replaced = kept?.attachmentId;
        if (replaced !== undefined) give(now.current.value.map((one) => (one === id ? replaced : one)));
        else if (kept === null && isLocal(id)) give(now.current.value.filter((one) => one !== id));
        else if (kept !== null) change(id, { kind: kept.kind, url: URL.createObjectURL(kept.content) });
        if (kept !== null && replaced === undefined && isLocal(id)) void send(kept);
      });
    }
    // Only what the form says brings something back; the functions are anew with every drawing.
  }, [value.join()]);

  useEffect(() => {
    const resend = () => now.current.items.filter(({ state }) => state === 'waiting').forEach((one) => void again(one));
    addEventListener('online', resend);
    return () => removeEventListener('online', resend);
  });
  useEffect(() => () => now.current.items.forEach(({ url }) => url !== null && URL.revokeObjectURL(url)), []);

  return { items, add, again, remove };
}

/** Keeps what a local file became: its content for a preview, and where a form or an act still knows the local id only. */
export async function markSent(file: KeptFile, attachmentId: string): Promise<void> {
  await files.put({ ...file, id: attachmentId }).catch(() => null);
  await files.put({ ...file, content: new Blob(), attachmentId }).catch(() => null);
}
