/** The files that are taken, by what their content is; names and headers that a sender gives are not believed. */
export const ATTACHMENT_KINDS = {
  image: { maxBytes: 10 * 1024 * 1024 },
  voice: { maxBytes: 10 * 1024 * 1024 },
  video: { maxBytes: 50 * 1024 * 1024 },
  pdf: { maxBytes: 20 * 1024 * 1024 },
} as const;
export type AttachmentKind = keyof typeof ATTACHMENT_KINDS;

interface MediaType {
  kind: AttachmentKind;
  extension: string;
}

export const MEDIA_TYPES = {
  'image/jpeg': { kind: 'image', extension: 'jpg' },
  'image/png': { kind: 'image', extension: 'png' },
  'image/webp': { kind: 'image', extension: 'webp' },
  'image/heic': { kind: 'image', extension: 'heic' },
  'image/gif': { kind: 'image', extension: 'gif' },
  'audio/mpeg': { kind: 'voice', extension: 'mp3' },
  'audio/mp4': { kind: 'voice', extension: 'm4a' },
  'audio/x-m4a': { kind: 'voice', extension: 'm4a' },
  'audio/amr': { kind: 'voice', extension: 'amr' },
  'audio/wav': { kind: 'voice', extension: 'wav' },
  'audio/ogg': { kind: 'voice', extension: 'ogg' },
  'video/mp4': { kind: 'video', extension: 'mp4' },
  'application/pdf': { kind: 'pdf', extension: 'pdf' },
} as const satisfies Record<string, MediaType>;
export type AttachmentMediaType = keyof typeof MEDIA_TYPES;

export const LARGEST_ATTACHMENT_BYTES = Math.max(...Object.values(ATTACHMENT_KINDS).map(({ maxBytes }) => maxBytes));

/** What a refusal offers instead: extensions are what people know. */
export const ACCEPTED_EXTENSIONS: readonly string[] = [
  ...new Set(Object.values(MEDIA_TYPES).map(({ extension }) => extension)),
];

export const isAccepted = (mediaType: string): mediaType is AttachmentMediaType => Object.hasOwn(MEDIA_TYPES, mediaType);
