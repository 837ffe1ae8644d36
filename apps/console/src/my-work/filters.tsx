import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { Checkbox, Segmented, Select } from 'antd';
import { SearchOutlined } from '@ant-design/icons';
import { useMyWorkWords } from './words.js';
import { KINDS, PATHS, SCOPES, type Shown } from './shown.js';

/** How long somebody may go on typing before it is looked for. */
const TYPING_MS = 350;

interface Filters {
  shown: Shown;
  onShow(name: keyof Shown, value: string | null): void;
  /** What stands beside the words that are looked for. */
  children?: ReactNode;
}

/** What of the work is shown: whose it is, words in it, its kind and path, how near its end. */
export function Filters({ shown: { scope, kind, path, late, text }, onShow, children }: Filters) {
  const t = useMyWorkWords();
  const search = useCallback((value: string) => onShow('text', value || null), [onShow]);
  return (
    <div className="filters" role="search" aria-label={t('filters')}>
      <Segmented block value={scope} onChange={(value) => onShow('scope', value === 'ALL' ? null : value)} options={SCOPES.map((one) => ({ value: one, label: t(`scope.${one}`) }))} />
      <div className="line"><SearchBox value={text} label={t('search')} onSearch={search} />{children}</div>
      <div className="narrower">
        <Select aria-label={t('anyKind')} value={kind ?? ''} onChange={(value) => onShow('kind', value || null)} options={[{ value: '', label: t('anyKind') }, ...KINDS.map((one) => ({ value: one as string, label: t(`taskKind.${one}`) }))]} />
        <Select aria-label={t('anyPath')} value={path ?? ''} onChange={(value) => onShow('path', value || null)} options={[{ value: '', label: t('anyPath') }, ...PATHS.map((one) => ({ value: one as string, label: t(`path.${one}`) }))]} />
        <Checkbox checked={late === '1'} onChange={({ target }) => onShow('late', target.checked ? '1' : null)}><span title={t('dueSoon')}>{t('onlyLate')}</span></Checkbox>
      </div>
    </div>
  );
}

/** The services look for words of two characters or more; while the last one is being typed nothing is asked. */
const isSearchable = (text: string): boolean => text.split(/\s+/).every((word) => word === '' || [...word].length > 1);

/** Words that are looked for once somebody has stopped typing them. */
export function SearchBox({ value, label, onSearch }: { value: string; label: string; onSearch(text: string): void }) {
  const [text, setText] = useState(value);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value || !isSearchable(text)) return undefined;
    const timer = setTimeout(() => onSearch(text.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  useEffect(() => {
    const reach = (event: KeyboardEvent) => {
      if (event.key !== '/' || /^(INPUT|TEXTAREA|SELECT)$/.test((event.target as HTMLElement).tagName)) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener('keydown', reach);
    return () => document.removeEventListener('keydown', reach);
  }, []);
  return (
    <label className="search-box">
      <SearchOutlined aria-hidden />
      <input ref={box} type="search" aria-label={label} placeholder={label} value={text} onChange={({ target }) => setText(target.value)} onKeyDown={({ key }) => key === 'Enter' && isSearchable(text) && onSearch(text.trim())} />
    </label>
  );
}
