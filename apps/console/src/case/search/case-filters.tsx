import { Button, Checkbox, Select } from 'antd';
import { SearchBox } from '../../my-work/filters.js';
import { AreaPicker } from '../../pickers/area-picker.js';
import { CARDS, KINDS, PATHS, STAGES, type Searched } from './searched.js';
import { useSearchWords } from './words.js';

interface Filters {
  searched: Searched;
  onSearch(name: string, value: string | null): void;
  onClear(): void;
}

/** By words, number, stage, path, kind, card, area and lateness. */
export function CaseFilters({ searched: { text, stages, path, kind, card, area, isLate }, onSearch, onClear }: Filters) {
  const t = useSearchWords();
  const choice = (name: string, any: string, value: string | null, options: { value: string; label: string }[]) => (
    <Select aria-label={any} value={value ?? ''} onChange={(chosen) => onSearch(name, chosen || null)} options={[{ value: '', label: any }, ...options]} popupMatchSelectWidth={false} />
  );
  return (
    <div className="case-filters" role="search">
      <SearchBox value={text} label={t('search')} onSearch={(value) => onSearch('text', value || null)} />
      <Select mode="multiple" aria-label={t('stages')} placeholder={t('stages')} maxTagCount="responsive" value={stages} onChange={(chosen) => onSearch('stages', chosen.join(',') || null)} options={STAGES.map((one) => ({ value: one, label: t(`stage.${one}`) }))} />
      {choice('path', t('anyPath'), path, PATHS.map((one) => ({ value: one, label: t(`path.${one}`) })))}
      {choice('kind', t('anyKind'), kind, KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) })))}
      {choice('card', t('anyCard'), card, CARDS.map((one) => ({ value: one, label: t(one) })))}
      <AreaPicker aria-label={t('area')} placeholder={t('area')} value={area} onChange={(code) => onSearch('area', typeof code === 'string' ? code : null)} />
      <Checkbox checked={isLate} onChange={({ target }) => onSearch('late', target.checked ? '1' : null)}>{t('onlyLate')}</Checkbox>
      <Button type="text" onClick={onClear}>{t('clear')}</Button>
    </div>
  );
}
