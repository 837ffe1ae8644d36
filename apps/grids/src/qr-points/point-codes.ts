import { randomInt } from 'node:crypto';

/** Without letters and digits that are taken for one another on a wall. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/** A new code, such as `Q990121-7K2M9QXR`: 850,000 million of them a county, so that nobody finds one by trying. */
export const newPointCode = (countyCode: string): string =>
  `Q${countyCode}-${Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
