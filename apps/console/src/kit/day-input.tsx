import { Input, type InputProps } from 'antd';
import { sayDay } from './days.js';
import { useKitWords } from './words.js';
import './kit.css';

interface DayInput extends Omit<InputProps, 'onChange' | 'value'> {
  value?: string;
  onChange?(value: string | undefined): void;
}

/** A day (`YYYY-MM-DD`) by the browser's own calendar. Until it is entered it reads as the page does, whatever language the browser speaks. */
export function DayInput({ value, onChange, ...rest }: DayInput) {
  const t = useKitWords();
  return (
    <span className="kit-day">
      <Input {...rest} type="date" value={value ?? ''} onChange={({ target }) => onChange?.(target.value || undefined)} />
      <span className={value ? 'said' : 'said none'} aria-hidden>{value ? sayDay(value) : t('noDay')}</span>
    </span>
  );
}
