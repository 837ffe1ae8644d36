import { App, Checkbox, Form, Select } from 'antd';
import { POSITION_ROLES } from '@yiwang/domain/paths';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../kit/day-input.js';
import { afterDay, fromDay } from '../../kit/days.js';
import { FormDrawer } from '../../kit/form-drawer.js';
import { useAct } from '../../kit/use-act.js';
import { AreaPicker } from '../../pickers/area-picker.js';
import { UnitPicker } from '../../pickers/unit-picker.js';
import type { PositionRole } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { useAdminWords } from '../words.js';
import { APPOINT, END_POST, MOVE_POST } from './documents.js';
import type { Post } from './posts-card.js';
import { usePeopleWords } from './words.js';

interface Values {
  role: PositionRole;
  areaCode: string;
  unitCode?: string;
  readOnly?: boolean;
  validFrom?: string;
  validTo?: string;
}

/** Posts whose holder may only look. */
const MAY_ONLY_LOOK: readonly PositionRole[] = ['supervisor', 'leader', 'administrator'];

/** What a post is: role, place, unit. Which go together the service knows and says at the field. */
function PostFields() {
  const t = usePeopleWords();
  const { t: shared } = useTranslation();
  const admin = useAdminWords();
  const { county } = useScope();
  const rules = [{ required: true, message: shared('required') }];
  const role = Form.useWatch<PositionRole | undefined>('role');
  const roles = POSITION_ROLES.filter((one) => one !== 'externalSystem');
  return (
    <>
      <Form.Item name="role" label={t('role')} rules={rules}><Select options={roles.map((value) => ({ value, label: t(`role.${value}`) }))} /></Form.Item>
      <Form.Item name="areaCode" label={admin('place')} rules={rules}><AreaPicker within={county.code} /></Form.Item>
      <Form.Item name="unitCode" label={t('unit')} extra={t('unitHint')}><UnitPicker within={county.code} /></Form.Item>
      {role && MAY_ONLY_LOOK.includes(role) && <Form.Item name="readOnly" valuePropName="checked" extra={t('readOnlyHint')}><Checkbox>{t('readOnly')}</Checkbox></Form.Item>}
    </>
  );
}

interface PostForm {
  onClose(): void;
  onDone(): void;
}

export function Appoint({ personId, onClose, onDone }: PostForm & { personId: string }) {
  const t = usePeopleWords();
  const { message } = App.useApp();
  const act = useAct();
  const send = async ({ role, areaCode, unitCode, readOnly, validFrom, validTo }: Values) => {
    const { problem } = await act(APPOINT, { input: { personId, role, areaCode, unitCode: unitCode ?? null, readOnly: readOnly ?? false, validFrom: fromDay(validFrom), validTo: afterDay(validTo) } });
    if (problem) return problem;
    void message.success(t('appointed'));
    onDone();
    return null;
  };
  return (
    <FormDrawer<Values> title={t('appoint')} send={t('appoint')} onSend={send} onClose={onClose}>
      <PostFields />
      <Form.Item name="validFrom" label={t('firstDay')}><DayInput /></Form.Item>
      <Form.Item name="validTo" label={`${t('untilDay')}（${t('longTerm')}）`}><DayInput /></Form.Item>
    </FormDrawer>
  );
}

export function MovePost({ post, name, onClose, onDone }: PostForm & { post: Post; name: string }) {
  const t = usePeopleWords();
  const { message } = App.useApp();
  const act = useAct();
  const send = async ({ role, areaCode, unitCode, readOnly, at }: Values & { at?: string }) => {
    const { problem } = await act(MOVE_POST, { id: post.id, input: { role, areaCode, unitCode: unitCode ?? null, readOnly: readOnly ?? false, at: fromDay(at) } });
    if (problem) return problem;
    void message.success(t('moved'));
    onDone();
    return null;
  };
  return (
    <FormDrawer<Values & { at?: string }> title={t('moveTitle', { post: name })} send={t('move')} hint={t('moveHint')} initial={{ role: post.role, areaCode: post.areaCode, readOnly: post.readOnly, ...(post.unitCode && { unitCode: post.unitCode }) }} onSend={send} onClose={onClose}>
      <PostFields />
      <Form.Item name="at" label={t('firstDay')}><DayInput /></Form.Item>
    </FormDrawer>
  );
}

export function EndPost({ post, name, onClose, onDone }: PostForm & { post: Post; name: string }) {
  const t = usePeopleWords();
  const { message } = App.useApp();
  const act = useAct();
  const send = async ({ at }: { at?: string }) => {
    const { problem } = await act(END_POST, { id: post.id, at: afterDay(at) });
    if (problem) return problem;
    void message.success(t('ended'));
    onDone();
    return null;
  };
  return (
    <FormDrawer<{ at?: string }> title={t('endTitle', { post: name })} send={t('end')} isDanger hint={t('endHint')} onSend={send} onClose={onClose}>
      <Form.Item name="at" label={t('lastDay')}><DayInput /></Form.Item>
    </FormDrawer>
  );
}
