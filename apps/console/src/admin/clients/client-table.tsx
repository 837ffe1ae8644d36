import { App, Button, Tag } from 'antd';
import { DataTable } from '../../kit/data-table.js';
import { useActSaid } from '../../kit/use-act.js';
import { instant } from '../../words/instants.js';
import { useAdminWords } from '../words.js';
import type { ClientShown, NewKey } from './clients.page.js';
import { DISABLE, ENABLE, ROTATE } from './documents.js';
import { useClientWords } from './words.js';

interface ClientTable {
  clients: readonly ClientShown[];
  onAct(act: 'change' | 'use', client: ClientShown): void;
  onKey(key: NewKey): void;
  onChange(): void;
}

export function ClientTable({ clients, onAct, onKey, onChange }: ClientTable) {
  const t = useClientWords();
  const admin = useAdminWords();
  const { modal } = App.useApp();
  const say = useActSaid();
  const rotate = ({ subject, name }: ClientShown) =>
    void modal.confirm({
      title: t('rotateAsk', { name }),
      content: t('rotateText'),
      okText: t('rotate'),
      onOk: async () => {
        const data = await say(ROTATE, { subject }, t('rotate'));
        if (data) onKey({ name, ...data.rotateClientKey });
      },
    });
  const disable = ({ subject, name }: ClientShown) =>
    void modal.confirm({
      title: t('disableAsk', { name }),
      content: t('disableText'),
      okText: t('disable'),
      okButtonProps: { danger: true },
      onOk: async () => void ((await say(DISABLE, { subject }, t('disabled'))) && onChange()),
    });
  const enable = async ({ subject }: ClientShown) => {
    if (await say(ENABLE, { subject }, t('enabled'))) onChange();
  };
  return (
    <DataTable
      label={t('title')}
      rows={clients}
      keyOf={({ subject }) => subject}
      isPast={({ state }) => state === 'disabled'}
      columns={[
        { key: 'name', title: t('columns.name'), cell: ({ name, clientId }) => <span><b>{name}</b><br /><span className="quiet">{clientId}</span></span> },
        { key: 'places', title: t('columns.places'), cell: ({ positions }) => positions.map(({ area }) => area.name).join('、') || t('nowhere') },
        { key: 'limits', title: t('columns.limits'), cell: ({ perDay, perMinute }) => [perDay && t('day', { n: perDay }), perMinute && t('minute', { n: perMinute })].filter(Boolean).join('，') || t('noLimit') },
        { key: 'key', title: t('columns.key'), cell: ({ keyRotatedAt }) => (keyRotatedAt ? t('rotatedAt', { at: instant(keyRotatedAt) }) : t('neverRotated')) },
        { key: 'state', title: t('columns.state'), cell: ({ state }) => <Tag color={state === 'active' ? 'green' : undefined}>{t(`state.${state}`)}</Tag> },
        {
          key: 'acts',
          title: admin('actions'),
          cell: (client) => (
            <span className="row-acts">
              <Button type="link" aria-label={`${t('usage')} ${client.name}`} onClick={() => onAct('use', client)}>{t('usage')}</Button>
              <Button type="link" aria-label={`${admin('change')} ${client.name}`} onClick={() => onAct('change', client)}>{admin('change')}</Button>
              {client.state === 'active' && <Button type="link" aria-label={`${t('rotate')} ${client.name}`} onClick={() => rotate(client)}>{t('rotate')}</Button>}
              {client.state === 'active'
                ? <Button type="link" danger aria-label={`${t('disable')} ${client.name}`} onClick={() => disable(client)}>{t('disable')}</Button>
                : <Button type="link" aria-label={`${t('enable')} ${client.name}`} onClick={() => void enable(client)}>{t('enable')}</Button>}
            </span>
          ),
        },
      ]}
    />
  );
}
