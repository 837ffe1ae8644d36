import { InputNumber, Select, Space } from 'antd';
import type { Limit } from '@yiwang/domain/clocks';
import { usePolicyWords } from './words.js';

const UNITS: readonly Limit['unit'][] = ['minutes', 'hours', 'workingHours', 'calendarDays', 'workingDays'];

interface LimitInput {
  id?: string;
  value?: Limit | null;
  onChange?(value: Limit | null): void;
  /** The rule's name, for whoever cannot see where it stands. */
  label: string;
}

/** An amount and its unit; emptied it is no limit at all. */
export function LimitInput({ id, value = null, onChange, label }: LimitInput) {
  const t = usePolicyWords();
  const unit = value?.unit ?? 'workingDays';
  return (
    <Space.Compact block>
      <InputNumber id={id} aria-label={label} min={0} precision={0} value={value?.amount ?? null} placeholder={t('none')} onChange={(amount) => onChange?.(amount === null ? null : { amount, unit })} style={{ width: '45%' }} />
      <Select aria-label={t('unitOf', { rule: label })} value={unit} disabled={value === null || undefined} onChange={(next) => value && onChange?.({ ...value, unit: next })} options={UNITS.map((one) => ({ value: one, label: t(`unit.${one}`) }))} style={{ width: '55%' }} />
    </Space.Compact>
  );
}
