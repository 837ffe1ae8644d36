import { randomBytes } from 'node:crypto';

const KEY_WITH_ID = /^attachments\/[0-9a-f]{2}\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-[0-9a-f]+$/;

/** A new key for every upload, so that of two uploads of one attachment neither overwrites the other. */
export const newAttachmentKey = (id: string): string =>
  `attachments/${id.slice(0, 2)}/${id}-${randomBytes(6).toString('hex')}`;

export function attachmentIdOf(key: string): string {
  const id = KEY_WITH_ID.exec(key)?.[1];
  if (!id) throw new Error(`Not the key of an attachment: ${key}`);
  return id;
}
