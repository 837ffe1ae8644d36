import { App, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { DayInput } from '../../kit/day-input.js';
import { FormDrawer } from '../../kit/form-drawer.js';
import { useAct } from '../../kit/use-act.js';
import { AreaPicker } from '../../pickers/area-picker.js';
import { UnitPicker } from '../../pickers/unit-picker.js';
import type { UnitKind } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { useAdminWords } from '../words.js';
import { CHANGE, CLOSE, CREATE, DOMAINS } from './documents.js';
import { UNIT_KINDS, type UnitShown } from './units.page.js';
import { useUnitWords } from './words.js';

interface UnitFormProps {
  onClose(): void;
  onDone(): void;
}

interface Values {
  name: string;
  code?: string;
  kind: UnitKind;
  areaCode: string;
  parentCode?: string;
  domains?: string[];
}

/** A new unit, or another name, kind, place or other domains of one. */
export function UnitForm({ unit, onClose, onDone }: UnitFormProps & { unit: UnitShown | null }) {
  const t = useUnitWords();
  const { t: shared } = useTranslation();
  const admin = useAdminWords();
  const { county } = useScope();
  const { message } = App.useApp();
  const act = useAct();
  const [{ data }] = useQuery({ query: DOMAINS });
  const rules = [{ required: true, message: shared('required') }];
  const initial = unit && { name: unit.name, kind: unit.kind, areaCode: unit.areaCode, domains: unit.domains.map(({ code }) => code), ...(unit.parent && { parentCode: unit.parent.code }) };
  const send = async ({ code, parentCode, domains = [], ...values }: Values) => {
    const { problem } = unit
      ? await act(CHANGE, { input: { ...values, domains, code: unit.code, version: unit.version, parentCode: parentCode ?? '' } })
      : await act(CREATE, { input: { ...values, domains, ...(code && { code }), ...(parentCode && { parentCode }) } });
    if (problem) return problem;
    void message.success(t(unit ? 'changed' : 'created'));
    onDone();
    return null;
  };
  return (
    <FormDrawer<Values> title={unit ? `${admin('change')} · ${unit.name}` : t('newUnit')} send={unit ? admin('save') : admin('create')} initial={initial ?? { areaCode: county.code, kind: 'department' }} onSend={send} onClose={onClose}>
      <Form.Item name="name" label={admin('name')} rules={rules}><Input maxLength={100} /></Form.Item>
      {!unit && <Form.Item name="code" label={admin('code')} extra={t('codeHint')}><Input maxLength={40} autoComplete="off" /></Form.Item>}
      <Form.Item name="kind" label={t('columns.kind')} rules={rules}><Select options={UNIT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} /></Form.Item>
      <Form.Item name="areaCode" label={admin('place')} rules={rules}><AreaPicker within={county.code} /></Form.Item>
      <Form.Item name="parentCode" label={t('parent')}><UnitPicker within={county.code} placeholder={t('noParent')} /></Form.Item>
      <Form.Item name="domains" label={t('domains')}>
        <Select mode="multiple" optionFilterProp="label" options={(data?.domains ?? []).map(({ code, name }) => ({ value: code, label: name }))} />
      </Form.Item>
    </FormDrawer>
  );
}

export function CloseUnit({ unit, onClose, onDone }: UnitFormProps & { unit: UnitShown }) {
  const t = useUnitWords();
  const { t: shared } = useTranslation();
  const admin = useAdminWords();
  const { message } = App.useApp();
  const act = useAct();
  const rules = [{ required: true, message: shared('required') }];
  const send = async ({ on, reason }: { on: string; reason: string }) => {
    const { problem } = await act(CLOSE, { input: { code: unit.code, on, reason } });
    if (problem) return problem;
    void message.success(t('closedDone'));
    onDone();
    return null;
  };
  return (
    <FormDrawer<{ on: string; reason: string }> title={t('closeTitle', { name: unit.name })} send={t('close')} isDanger hint={t('closeHint')} onSend={send} onClose={onClose}>
      <Form.Item name="on" label={t('on')} rules={rules}><DayInput /></Form.Item>
      <Form.Item name="reason" label={admin('reason')} rules={rules}><Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} showCount /></Form.Item>
    </FormDrawer>
  );
}
