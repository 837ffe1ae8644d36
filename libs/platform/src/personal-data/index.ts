export { BlindIndex, nameKey, phoneKey } from './blind-index.js';
export { readClaim, writeClaim, type ExportClaim } from './export-claim.js';
export * from './masks.js';
export * from './personal-data.js';
export { PersonalKeys, type PersonalKeysOptions } from './personal-keys.js';
export { runRewrap } from './rewrap.js';
export type { Place } from './sealed-value.js';
export { personalShape, type PersonalSettings } from './settings.js';
export { PERSONAL_DATA_SYSTEM, personalKeyTable } from './tables.js';
