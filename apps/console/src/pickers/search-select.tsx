import { useEffect, useMemo, useRef, useState } from 'react';
import { Select } from 'antd';
import type { Choice, PickerProps } from './picker.types.js';
import { usePickerWords } from './words.js';

/** Long enough for a syllable typed through an input method, short enough not to be waited for. */
const PAUSE_MS = 250;

interface SearchSelect extends PickerProps {
  /** What fits a part of the name; an empty part gives what stands first. Rejects where it could not be asked. */
  find(part: string): Promise<Choice[]>;
  /** How chosen things are called that were chosen elsewhere, as in a draft. */
  nameOf(values: string[]): Promise<Choice[]>;
}

const asList = (value: PickerProps['value']): string[] => (Array.isArray(value) ? value : value ? [value] : []);

/** A choice that looks for its options as one types; an answer that comes after a later question is dropped. */
export function SearchSelect({ find, nameOf, value, onChange, onChoose, multiple = false, ...rest }: SearchSelect) {
  const t = usePickerWords();
  const [found, setFound] = useState<Choice[]>([]);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const values = asList(value);
  const unnamed = values.filter((one) => !names.has(one)).join(',');

  const keepNames = (choices: readonly Choice[]) => setNames((before) => new Map([...before, ...choices.map((one) => [one.value, one.label] as const)]));
  const look = async (part: string) => {
    const mine = (asked.current += 1);
    setState('busy');
    try {
      const choices = await find(part.trim());
      if (asked.current !== mine) return;
      setFound(choices);
      keepNames(choices);
      setState('idle');
    } catch {
      if (asked.current === mine) setState('failed');
    }
  };
  useEffect(() => {
    // A name that cannot be had leaves the code to be read; what was chosen is not lost by it.
    if (unnamed !== '') void nameOf(unnamed.split(',')).then(keepNames, () => undefined);
  }, [unnamed, nameOf]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const options = useMemo(() => {
    const shown = new Set(found.map((one) => one.value));
    const chosen = unshown(values, shown).map((one) => ({ value: one, label: names.get(one) ?? one }));
    return multiple ? [...chosen, ...found] : found.length > 0 ? found : chosen;
  }, [found, names, values.join(','), multiple]);
  const shownValue = values.map((one) => ({ value: one, label: names.get(one) ?? one }));

  return (
    <Select<{ value: string; label?: React.ReactNode } | { value: string; label?: React.ReactNode }[]>
      {...rest}
      labelInValue
      mode={multiple ? 'multiple' : undefined}
      value={multiple ? shownValue : (shownValue[0] ?? undefined)}
      onChange={(next) => {
        const chosen = [next ?? []].flat().map((one) => one.value);
        onChange?.(multiple ? chosen : chosen[0]);
        onChoose?.(chosen.map((one) => ({ value: one, label: names.get(one) ?? one })));
      }}
      options={options}
      loading={state === 'busy'}
      notFoundContent={t(state === 'busy' ? 'searching' : state === 'failed' ? 'unreachable' : 'none')}
      onOpenChange={(open) => open && void look('')}
      showSearch={{
        filterOption: false,
        onSearch: (part) => {
          clearTimeout(timer.current);
          timer.current = setTimeout(() => void look(part), PAUSE_MS);
        },
      }}
      allowClear
      popupMatchSelectWidth={false}
    />
  );
}

const unshown = (values: readonly string[], shown: ReadonlySet<string>): string[] => values.filter((one) => !shown.has(one));
