import { AreaPicker } from '../pickers/area-picker.js';
import { LoadTag } from './load-tag.js';
import type { Suggestions } from './use-suggestions.js';
import { useDeskWords } from './words.js';

interface Places {
  suggestions: Suggestions;
  /** The desk's own area: it sends nothing out of it. */
  within: string;
  own: string | undefined;
  onChoose(areaCode: string | undefined): void;
}

/** Where the case belongs: the places that its words name, with what lies there, or another one by its name. */
export function Places({ suggestions: { places, choice, loadOfArea }, within, own, onChoose }: Places) {
  const t = useDeskWords();
  return (
    <fieldset className="desk-units">
      <legend>{t('area')}</legend>
      {places.length > 0 && (
        <ul>
          {places.map(({ areaCode, reason, matched, names }) => (
            <li key={areaCode} className={areaCode === choice?.areaCode ? 'chosen' : undefined}>
              <label>
                <input type="radio" name="desk-place" checked={areaCode === choice?.areaCode} onChange={() => onChoose(areaCode)} />
                <span>
                  <span className="line"><b>{names.join(' › ')}</b><LoadTag load={loadOfArea(areaCode)} /></span>
                  <span className="reason">{t(`place.${reason}`)}{matched && t('matched', { text: matched })}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {places.length === 0 && <p className="quiet">{t('noPlaces')}</p>}
      <AreaPicker aria-label={t('otherArea')} placeholder={t('otherArea')} within={within} value={places.some(({ areaCode }) => areaCode === own) ? null : (own ?? null)} onChange={(code) => onChoose(typeof code === 'string' ? code : undefined)} />
    </fieldset>
  );
}
