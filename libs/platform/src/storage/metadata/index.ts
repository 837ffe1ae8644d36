import type { AttachmentMediaType } from '../media-types.js';
import { plainFilm } from './boxes.js';
import { plainPng, plainWebp } from './chunks.js';
import { plainHeic } from './heic.js';
import { plainJpeg } from './jpeg.js';

type Content = AsyncIterable<Uint8Array>;

/** What cannot say where it was made, or only in forms that no phone writes (PDF, GIF, MP3, AMR, OGG, WAV), stays as it is. */
const PLAIN: Partial<Record<AttachmentMediaType, (content: Content) => Content>> = {
  'image/jpeg': plainJpeg,
  'image/png': plainPng,
  'image/webp': plainWebp,
  'image/heic': plainHeic,
  'audio/mp4': plainFilm,
  'audio/x-m4a': plainFilm,
  'video/mp4': plainFilm,
};

/**
 * The content without position, time, device and texts that its maker wrote into it. Pages paint pictures anew before
 * they send them; outside systems and old pages do not, and what a resident's phone noted is nobody's business.
 * @throws AppError ATTACHMENT_DAMAGED while it is read
 */
export const withoutMetadata = (mediaType: AttachmentMediaType, content: Content): Content => PLAIN[mediaType]?.(content) ?? content;
