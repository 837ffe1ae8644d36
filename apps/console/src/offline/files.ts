import { deviceStore } from './device-store.js';

export type FileKind = 'picture' | 'voice';
/** Whose pictures they are: those of cases, or those of patrols, which have files of their own. */
export type FileHome = 'case' | 'patrol';

export interface KeptFile {
  /** A local id, or that of the attachment which became of it. */
  id: string;
  /** Of a local one that was sent meanwhile: what it became; its content is kept under that id. */
  attachmentId?: string;
  kind: FileKind;
  home: FileHome;
  content: Blob;
  /** When it came to be on the device, in ms. */
  takenAt: number;
  /** Whether that is when it was taken, with the camera or the microphone, and where, if whoever took it agreed. */
  isTaken?: boolean;
  place?: Place;
}

export interface Place {
  latitude: number;
  longitude: number;
  accuracyM: number;
}

const LOCAL = 'local:';
/** The service throws away what no case took within this time; from then on there is nothing to refer to. */
const KEPT_MS = 48 * 3_600_000;

export const files = deviceStore<KeptFile>('files');

/** `crypto.randomUUID` is not there on pages without TLS. */
export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The id of a file that the service does not know yet. */
export const newLocalId = (): string => LOCAL + newKey();
export const isLocal = (id: string): boolean => id.startsWith(LOCAL);

/** Forgets files that are too old to be referred to, except those that something still waits for. */
export async function sweepFiles(needed: ReadonlySet<string>, now: number): Promise<void> {
  for (const { id, takenAt } of await files.all()) {
    if (now - takenAt > KEPT_MS && !needed.has(id)) await files.drop(id);
  }
}
