import { App, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FormDrawer } from '../../kit/form-drawer.js';
import { useAct } from '../../kit/use-act.js';
import { AreaPicker } from '../../pickers/area-picker.js';
import { useScope } from '../scope.js';
import { useAdminWords } from '../words.js';
import type { ClientShown, NewKey } from './clients.page.js';
import { CHANGE, CREATE, TOP_CATEGORIES } from './documents.js';
import { useClientWords } from './words.js';

interface Values {
  clientId: string;
  name: string;
  counties: string[];
  categories?: string[];
  perDay?: number | null;
  perMinute?: number | null;
}

export function ClientForm({ client, onClose, onDone }: { client: ClientShown | null; onClose(): void; onDone(key?: NewKey): void }) {
  const t = useClientWords();
  const { t: shared } = useTranslation();
  const admin = useAdminWords();
  const { county } = useScope();
  const { message } = App.useApp();
  const act = useAct();
  const [{ data: known }] = useQuery({ query: TOP_CATEGORIES, variables: { county: county.code } });
  const rules = [{ required: true, message: shared('required') }];
  const send = async ({ clientId, name, counties, categories, perDay = null, perMinute = null }: Values) => {
    const limits = { name, categories: categories?.length ? categories : null, perDay, perMinute };
    if (client) {
      const { problem } = await act(CHANGE, { subject: client.subject, input: limits });
      if (problem) return problem;
      void message.success(t('changed'));
      onDone();
      return null;
    }
    const { data, problem } = await act(CREATE, { input: { ...limits, clientId, counties } });
    if (problem) return problem;
    void message.success(t('created'));
    onDone({ name, ...data.createClient });
    return null;
  };
  const initial = client
    ? { name: client.name, categories: client.categories ?? [], perDay: client.perDay ?? null, perMinute: client.perMinute ?? null }
    : { counties: [county.code] };
  return (
    <FormDrawer<Values> title={client ? `${admin('change')} · ${client.name}` : t('newClient')} send={client ? admin('save') : t('newClient')} initial={initial} onSend={send} onClose={onClose}>
      <Form.Item name="name" label={admin('name')} rules={rules}><Input maxLength={64} /></Form.Item>
      {!client && <Form.Item name="clientId" label={t('clientId')} rules={rules} extra={t('clientIdHint')}><Input maxLength={64} autoComplete="off" /></Form.Item>}
      {!client && <Form.Item name="counties" label={t('counties')} rules={rules}><AreaPicker multiple within={county.code} levels={['county']} /></Form.Item>}
      <Form.Item name="categories" label={t('categories')}>
        <Select mode="multiple" placeholder={t('allCategories')} optionFilterProp="label" options={(known?.categories ?? []).map(({ code, name }) => ({ value: code, label: name }))} />
      </Form.Item>
      <Form.Item name="perDay" label={t('perDay')}><InputNumber min={1} precision={0} placeholder={t('noLimit')} style={{ width: '100%' }} /></Form.Item>
      <Form.Item name="perMinute" label={t('perMinute')}><InputNumber min={1} precision={0} placeholder={t('noLimit')} style={{ width: '100%' }} /></Form.Item>
    </FormDrawer>
  );
}
