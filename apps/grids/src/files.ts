import { createStorage, AttachmentRecords, type AttachmentLinks, type ObjectStorage, type StorageConfig } from '@yiwang/platform/storage';

export const SHEET_SETTINGS = Symbol('SHEET_SETTINGS');

/** Where the gateway reaches the files of this service: beside those of cases, under a name of its own. */
const OUTSIDE = '/grids';

/** The service's own files: pictures of patrols and printed sheets. */
export class Files {
  readonly records = new AttachmentRecords('grids');

  constructor(
    readonly storage: ObjectStorage,
    readonly links: AttachmentLinks,
  ) {}

  static of(config: StorageConfig): Files {
    const outside = `${config.STORAGE_PUBLIC_URL.replace(/\/+$/, '')}${OUTSIDE}`;
    const { storage, links } = createStorage({ ...config, STORAGE_PUBLIC_URL: outside });
    return new Files(storage, links);
  }
}
