import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '../../kit/form-drawer.js';
import { useAct } from '../../kit/use-act.js';
import type { AdminPersonQuery } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { useAdminWords } from '../words.js';
import { CHANGE, CREATE, SUSPEND } from './documents.js';
import { usePeopleWords } from './words.js';

export type PersonShown = NonNullable<AdminPersonQuery['person']>;

const NAME = <Input autoComplete="off" maxLength={64} />;

export function NewPerson({ onClose, onCreated }: { onClose(): void; onCreated(id: string): void }) {
  const t = usePeopleWords();
  const { t: shared } = useTranslation();
  const admin = useAdminWords();
  const { county } = useScope();
  const { message } = App.useApp();
  const act = useAct();
  const send = async ({ username, name, phone }: { username: string; name: string; phone?: string }) => {
    const { data, problem } = await act(CREATE, { input: { username, name, homeCode: county.code, ...(phone && { phone }) } });
    if (problem) return problem;
    void message.success(t('created'));
    onCreated(data.createPerson.id);
    return null;
  };
  const rules = [{ required: true, message: shared('required') }];
  return (
    <FormDrawer title={t('newPerson')} send={admin('create')} onSend={send} onClose={onClose}>
      <Form.Item name="name" label={t('columns.name')} rules={rules}>{NAME}</Form.Item>
      <Form.Item name="username" label={t('columns.username')} rules={rules} extra={t('usernameHint')}><Input autoComplete="off" maxLength={64} /></Form.Item>
      <Form.Item name="phone" label={t('phone')}><Input inputMode="tel" autoComplete="off" maxLength={20} /></Form.Item>
    </FormDrawer>
  );
}

export function ChangePerson({ person, onClose, onDone }: { person: PersonShown; onClose(): void; onDone(): void }) {
  const t = usePeopleWords();
  const { t: shared } = useTranslation();
  const admin = useAdminWords();
  const act = useAct();
  const send = async ({ name, phone }: { name: string; phone?: string }) => {
    const { problem } = await act(CHANGE, { id: person.id, input: { name, phone: phone || null } });
    if (!problem) onDone();
    return problem;
  };
  return (
    <FormDrawer title={admin('change')} send={admin('save')} initial={{ name: person.name, phone: person.phone ?? '' }} onSend={send} onClose={onClose}>
      <Form.Item name="name" label={t('columns.name')} rules={[{ required: true, message: shared('required') }]}>{NAME}</Form.Item>
      <Form.Item name="phone" label={t('phone')}><Input inputMode="tel" autoComplete="off" maxLength={20} /></Form.Item>
    </FormDrawer>
  );
}

export function SuspendPerson({ person, onClose, onDone }: { person: PersonShown; onClose(): void; onDone(): void }) {
  const t = usePeopleWords();
  const { t: shared } = useTranslation();
  const admin = useAdminWords();
  const act = useAct();
  const send = async ({ reason }: { reason: string }) => {
    const { problem } = await act(SUSPEND, { id: person.id, reason });
    if (!problem) onDone();
    return problem;
  };
  return (
    <FormDrawer title={`${t('suspend')} · ${person.name}`} send={t('suspend')} isDanger hint={t('suspendHint')} onSend={send} onClose={onClose}>
      <Form.Item name="reason" label={admin('reason')} rules={[{ required: true, message: shared('required') }]}><Input.TextArea autoSize={{ minRows: 3 }} maxLength={200} showCount /></Form.Item>
    </FormDrawer>
  );
}
