import { language } from './index.js';

const FORMATS = { zh: new Intl.ListFormat('zh-CN'), en: new Intl.ListFormat('en-GB') };

/** Several things in one sentence, as the reader's language strings them together: 甲、乙和丙. */
export const listed = (things: readonly string[]): string => FORMATS[language()].format(things);
