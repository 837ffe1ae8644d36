import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../kit/day-input.js';
import { today } from '../../kit/days.js';
import { FormDrawer } from '../../kit/form-drawer.js';
import { useAct } from '../../kit/use-act.js';
import { AreaPicker } from '../../pickers/area-picker.js';
import { UnitPicker } from '../../pickers/unit-picker.js';
import { useScope } from '../scope.js';
import { useAdminWords } from '../words.js';
import { CategoryPicker } from './category-picker.js';
import { END_RULE, SET_RULE } from './documents.js';
import type { RuleShown } from './routing-tab.js';
import { useCatalogueWords } from './words.js';

interface RuleForm {
  onClose(): void;
  onDone(): void;
}

interface Values {
  categoryCode?: string;
  areaCode: string;
  powerCode?: string;
  unitCode: string;
  validFrom: string;
  reason: string;
}

export function NewRule({ onClose, onDone }: RuleForm) {
  const t = useCatalogueWords();
  const { t: shared } = useTranslation();
  const admin = useAdminWords();
  const { county } = useScope();
  const { message } = App.useApp();
  const act = useAct();
  const rules = [{ required: true, message: shared('required') }];
  const send = async ({ categoryCode, powerCode, ...values }: Values) => {
    const { problem } = await act(SET_RULE, { input: { ...values, categoryCode: categoryCode ?? null, powerCode: powerCode?.trim() || null } });
    if (problem) return problem;
    void message.success(t('ruleSet'));
    onDone();
    return null;
  };
  return (
    <FormDrawer<Values> title={t('newRule')} send={admin('save')} hint={t('ruleHint')} initial={{ areaCode: county.code, validFrom: today() }} onSend={send} onClose={onClose}>
      <Form.Item name="categoryCode" label={t('columns.category')} extra={t('categoryHint')}><CategoryPicker county={county.code} /></Form.Item>
      <Form.Item name="areaCode" label={t('columns.area')} rules={rules}><AreaPicker within={county.code} /></Form.Item>
      <Form.Item name="powerCode" label={t('powerCode')} extra={t('powerHint')}><Input maxLength={64} autoComplete="off" /></Form.Item>
      <Form.Item name="unitCode" label={t('unit')} rules={rules}><UnitPicker within={county.code} /></Form.Item>
      <Form.Item name="validFrom" label={t('from')} rules={rules}><DayInput /></Form.Item>
      <Form.Item name="reason" label={admin('reason')} rules={rules}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} showCount /></Form.Item>
    </FormDrawer>
  );
}

export function EndRule({ rule, onClose, onDone }: RuleForm & { rule: RuleShown }) {
  const t = useCatalogueWords();
  const { t: shared } = useTranslation();
  const admin = useAdminWords();
  const { message } = App.useApp();
  const act = useAct();
  const rules = [{ required: true, message: shared('required') }];
  const send = async ({ on, reason }: { on: string; reason: string }) => {
    const { problem } = await act(END_RULE, { input: { id: rule.id, on, reason } });
    if (problem) return problem;
    void message.success(t('ruleEnded'));
    onDone();
    return null;
  };
  return (
    <FormDrawer<{ on: string; reason: string }> title={`${t('endTitle')} · ${rule.unit.name}`} send={t('end')} isDanger initial={{ on: today() }} onSend={send} onClose={onClose}>
      <Form.Item name="on" label={t('endOn')} rules={rules}><DayInput /></Form.Item>
      <Form.Item name="reason" label={admin('reason')} rules={rules}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} showCount /></Form.Item>
    </FormDrawer>
  );
}
