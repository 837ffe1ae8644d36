import type { Load } from './use-suggestions.js';
import { useDeskWords } from './words.js';

/** How much already lies with a unit or in an area; what is late is said in words and in red. */
export function LoadTag({ load }: { load: Load | null }) {
  const t = useDeskWords();
  if (load === null) return null;
  const { open, late } = load;
  return <small className={late > 0 ? 'desk-load late' : 'desk-load'}>{t(open === 0 ? 'loadNone' : late > 0 ? 'loadLate' : 'load', { open, late })}</small>;
}
