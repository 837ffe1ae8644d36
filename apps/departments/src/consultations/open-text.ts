/** Seven digits and more, however they are set apart: telephones, identity cards, bank accounts. */
const LONG_NUMBER = /\p{Nd}(?:[\s\-－—]?\p{Nd}){6,}[Xx]?/gu;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/** A text as everybody may read it: long numbers and mail addresses, by which somebody could be reached, are covered. */
export const openText = (text: string): string => text.replace(MAIL, '***').replace(LONG_NUMBER, '***');
