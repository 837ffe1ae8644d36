export { canonicalForm } from './canonical-form.js';
export { contentSignature } from './content-signature.js';
export { checkPublicTitle, MAX_PUBLIC_TITLE } from './public-title.js';
export {
  checkIdempotencyKey,
  checkReason,
  checkReport,
  checkTime,
  MAX_BATCH,
  type CheckedReport,
  type IntakeRefusal,
  type ReportTexts,
} from './report.js';
export { searchWords, type SearchRefusal } from './search-words.js';
export { splitLongText } from './split-text.js';
export {
  checkText,
  codePoints,
  firstControlCharacter,
  MAX_TEXT,
  MAX_TITLE,
  tidyText,
  tidyTitle,
  withoutControlCharacters,
  type TextRefusal,
} from './texts.js';
