export {
  AttachmentRecords,
  attachmentTables,
  attachmentTakenColumns,
  type Attachment,
  type AttachmentFacts,
  type Taken,
} from './attachments.js';
export { AttachmentLinks, type LinkAction, type SignedQuery } from './links.js';
export { LocalStorage } from './local-storage.js';
export {
  ATTACHMENT_KINDS,
  LARGEST_ATTACHMENT_BYTES,
  MEDIA_TYPES,
  type AttachmentKind,
  type AttachmentMediaType,
} from './media-types.js';
export {
  ObjectMissingError,
  type ByteRange,
  type ObjectContent,
  type ObjectMeta,
  type ObjectStorage,
  type StoredObject,
} from './object-storage.js';
export { registerAttachmentRoutes, type AttachmentRoutes } from './routes.js';
export { S3Storage, type S3Settings } from './s3-storage.js';
export { createStorage, storageShape, type StorageConfig } from './settings.js';
export { TakenInput, readTaken } from './taken.js';
