import { Input, Select } from 'antd';
import { DayInput } from '../../kit/day-input.js';
import { PersonPicker } from '../../pickers/person-picker.js';
import type { AuditOutcome } from '../generated/graphql.js';
import { SERVICES, type Service } from './documents.js';
import { KNOWN_OPERATIONS, operationName } from './operation-names.js';
import { useAuditWords } from './words.js';

export interface Wishes {
  service?: Service;
  from?: string;
  to?: string;
  actor?: string;
  /** One or more, with commas between. */
  operation?: string;
  targetType?: string;
  targetId?: string;
  outcome?: AuditOutcome;
}

const TARGETS = ['person', 'position', 'client', 'unit', 'case', 'task', 'policy', 'workingCalendar', 'area', 'qrPoint', 'catalogue', 'routingRule', 'resident', 'consultation', 'figures'] as const;
const OUTCOMES = ['done', 'refused', 'failed'] as const;
const MOST_OPERATIONS = 20;

export function AuditFilters({ wishes, onChange }: { wishes: Wishes; onChange(name: keyof Wishes, value: string | undefined): void }) {
  const t = useAuditWords();
  const anyOr = (any: string, values: readonly string[], say: (value: string) => string) => [{ value: '', label: any }, ...values.map((value) => ({ value, label: say(value) }))];
  return (
    <div className="audit-tools">
      <label><span>{t('columns.service')}</span><Select value={wishes.service ?? ''} aria-label={t('columns.service')} onChange={(value) => onChange('service', value)} options={anyOr(t('anyService'), SERVICES, (one) => t(`service.${one}`))} /></label>
      <label><span>{t('from')}</span><DayInput value={wishes.from} onChange={(value) => onChange('from', value)} /></label>
      <label><span>{t('to')}</span><DayInput value={wishes.to} onChange={(value) => onChange('to', value)} /></label>
      <label><span>{t('actor')}</span><PersonPicker aria-label={t('actor')} placeholder={t('anyActor')} value={wishes.actor} onChange={(value) => onChange('actor', value as string | undefined)} /></label>
      <label>
        <span>{t('operation')}</span>
        <Select
          mode="multiple"
          maxCount={MOST_OPERATIONS}
          aria-label={t('operation')}
          placeholder={t('anyOperation')}
          value={wishes.operation?.split(',') ?? []}
          onChange={(value) => onChange('operation', value.join(',') || undefined)}
          showSearch={{ optionFilterProp: 'label' }}
          options={KNOWN_OPERATIONS.map((value) => ({ value, label: operationName(value) }))}
        />
      </label>
      <label><span>{t('target')}</span><Select value={wishes.targetType ?? ''} aria-label={t('target')} onChange={(value) => onChange('targetType', value)} options={anyOr(t('anyTarget'), TARGETS, (one) => t(`targets.${one}`))} /></label>
      <label><span>{t('targetId')}</span><Input.Search allowClear aria-label={t('targetId')} key={wishes.targetId} defaultValue={wishes.targetId} onSearch={(value) => onChange('targetId', value.trim() || undefined)} /></label>
      <label><span>{t('outcome')}</span><Select value={wishes.outcome ?? ''} aria-label={t('outcome')} onChange={(value) => onChange('outcome', value)} options={anyOr(t('anyOutcome'), OUTCOMES, (one) => t(`outcomes.${one}`))} /></label>
    </div>
  );
}
