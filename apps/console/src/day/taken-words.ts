import { files, type KeptFile } from '../offline/files.js';
import { instant } from '../words/instants.js';

const DIGITS = 5;

type Said = (key: 'note.taken' | 'note.place', values: Record<string, unknown>) => string;
type Taken = Pick<KeptFile, 'isTaken' | 'takenAt' | 'place'>;

/** When, and by consent where, the pictures and recordings of a note were taken, as words that end it; empty where none was taken on the spot. */
export function wordsOfTaken(all: readonly Taken[], t: Said): string {
  const taken = all.filter(({ isTaken }) => isTaken).sort((a, b) => a.takenAt - b.takenAt);
  const [first, last] = [taken[0], taken.at(-1)];
  if (!first || !last) return '';
  const [from, until] = [first, last].map(({ takenAt }) => instant(new Date(takenAt).toISOString()));
  const place = taken.find((one) => one.place)?.place;
  const at = place && t('note.place', { at: `${place.latitude.toFixed(DIGITS)}, ${place.longitude.toFixed(DIGITS)}`, m: place.accuracyM });
  return [t('note.taken', { n: taken.length, at: from === until ? from : `${from} – ${until}` }), at].filter(Boolean).join(' · ');
}

export const filesOf = async (ids: readonly string[]): Promise<KeptFile[]> =>
  (await Promise.all(ids.map((id) => files.get(id).catch(() => null)))).filter((one) => one !== null);
