import { useCallback } from 'react';
import { Skeleton, Tag } from 'antd';
import { useClient } from 'urql';
import { SearchSelect } from '../pickers/search-select.js';
import { UnitPicker } from '../pickers/unit-picker.js';
import { language } from '../words/index.js';
import { CATEGORIES } from './documents.js';
import { LoadTag } from './load-tag.js';
import type { Ranked } from './rank-units.js';
import type { Suggestions } from './use-suggestions.js';
import { useDeskWords } from './words.js';

interface Units {
  suggestions: Suggestions;
  county: string;
  category: string | null;
  /** Only to be read: the county names the unit. */
  isReadOnly: boolean;
  label: string;
  /** Whether the case may go without a unit. */
  mayBeNone: boolean;
  onCategory(code: string | null): void;
  onChoose(unitCode: string | null): void;
}

/** The units that may answer, each with its reasons, its score and what already lies there; another one can be chosen. */
export function Candidates({ suggestions, county, category, isReadOnly, label, mayBeNone, onCategory, onChoose }: Units) {
  const t = useDeskWords();
  const { candidates, chosenUnit, choice, isSearched, isBusy, problem, loadOfUnit } = suggestions;
  const chosen = choice?.unitCode ?? null;
  const all: Ranked[] = [...candidates, ...(chosenUnit ? [{ ...chosenUnit, score: null, reasons: [{ kind: 'own', zh: t('chosenByYou'), en: t('chosenByYou') }], hasReturned: false }] : [])];
  return (
    <fieldset className="desk-units">
      <legend>{label}</legend>
      {!isSearched && <label className="desk-category"><span className="quiet">{t('noCategory')}</span><CategoryPicker county={county} value={category} onChange={onCategory} /></label>}
      {isBusy && all.length === 0 && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {isSearched && !isBusy && !problem && all.length === 0 && <p className="quiet">{t('noCandidates')}</p>}
      <ul>
        {all.map((unit) => (
          <li key={unit.code} className={unit.code === chosen ? 'chosen' : undefined}>
            <label>
              {!isReadOnly && <input type="radio" name="desk-unit" checked={unit.code === chosen} onChange={() => onChoose(unit.code)} />}
              <span>
                <span className="line"><b>{unit.name}</b>{unit.hasReturned && <Tag color="orange" variant="filled">{t('returnedIt')}</Tag>}<LoadTag load={loadOfUnit(unit.code)} />{unit.score !== null && <em>{t('score', { n: unit.score })}</em>}</span>
                {unit.reasons.map((reason) => <span key={reason.zh} className="reason">{reason[language()]}</span>)}
              </span>
            </label>
          </li>
        ))}
        {mayBeNone && !isReadOnly && all.length > 0 && <li className={chosen === null ? 'chosen' : undefined}><label><input type="radio" name="desk-unit" checked={chosen === null} onChange={() => onChoose(null)} /><span>{t('noUnit')}</span></label></li>}
      </ul>
      {!isReadOnly && <UnitPicker aria-label={t('otherUnit')} placeholder={t('otherUnit')} within={county} value={chosenUnit?.code ?? null} onChange={(code) => onChoose(typeof code === 'string' ? code : null)} />}
    </fieldset>
  );
}

function CategoryPicker({ county, value, onChange }: { county: string; value: string | null; onChange(code: string | null): void }) {
  const t = useDeskWords();
  const client = useClient();
  const find = useCallback(
    async (search: string) => {
      const { data, error } = await client.query(CATEGORIES, { county, search: search || null }).toPromise();
      if (!data) throw error ?? new Error('no answer');
      return data.categoryList.map(({ code, name, parent }) => ({ value: code, label: parent ? `${name} · ${parent.name}` : name }));
    },
    [client, county],
  );
  const nameOf = useCallback(async () => [], []);
  return <SearchSelect aria-label={t('category')} placeholder={t('category')} find={find} nameOf={nameOf} value={value} onChange={(code) => onChange(typeof code === 'string' ? code : null)} />;
}
