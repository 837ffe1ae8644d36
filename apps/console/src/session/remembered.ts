export interface Place {
  issuer: string;
  client: string;
}

/** Who was signed in on this device last, and where people sign in: what a page without network begins with. No token. */
export interface Remembered {
  subject: string;
  place: Place;
}

const KEPT = 'yiwang.signed-in';
const ME = 'yiwang.me';

export const remembered = (): Remembered | null => JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Remembered | null;

export const remember = (whom: Remembered): void => localStorage.setItem(KEPT, JSON.stringify(whom));

export const forget = (): void => [KEPT, ME].forEach((key) => localStorage.removeItem(key));

/** What the graph said of whoever is signed in, for a page without network. */
export const keepMe = (subject: string, me: object): void => localStorage.setItem(ME, JSON.stringify({ subject, me }));

export function keptMe<T>(subject: string): T | null {
  const kept = JSON.parse(localStorage.getItem(ME) ?? 'null') as { subject: string; me: T } | null;
  return kept?.subject === subject ? kept.me : null;
}
