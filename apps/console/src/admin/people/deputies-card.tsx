import { useState } from 'react';
import { App, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../kit/data-table.js';
import { DayInput } from '../../kit/day-input.js';
import { afterDay, dayOf, fromDay, lastDayOf, sayDay } from '../../kit/days.js';
import { FormDrawer } from '../../kit/form-drawer.js';
import { Nothing } from '../../kit/states.js';
import { useAct, useActSaid } from '../../kit/use-act.js';
import { PersonPicker } from '../../pickers/person-picker.js';
import { useAdminWords } from '../words.js';
import { END_DEPUTY, NAME_DEPUTY } from './documents.js';
import type { PersonShown } from './person-forms.js';
import { usePeopleWords } from './words.js';

interface Values {
  deputyId: string;
  from?: string;
  to: string;
}

/** Who stands in for somebody, now and to come. */
export function DeputiesCard({ person, onChange }: { person: PersonShown; onChange(): void }) {
  const t = usePeopleWords();
  const { t: shared } = useTranslation();
  const admin = useAdminWords();
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const act = useAct();
  const say = useActSaid();
  const rules = [{ required: true, message: shared('required') }];
  const end = async (id: string) => {
    if (await say(END_DEPUTY, { id }, t('deputyEnded'))) onChange();
  };
  const send = async ({ deputyId, from, to }: Values) => {
    const { problem } = await act(NAME_DEPUTY, { input: { personId: person.id, deputyId, from: fromDay(from), to: afterDay(to) ?? to } });
    if (problem) return problem;
    void message.success(t('deputyNamed'));
    setOpen(false);
    onChange();
    return null;
  };
  return (
    <section className="admin-card" aria-labelledby="deputies">
      <header><h2 id="deputies">{t('deputies')}</h2><Button className="push" onClick={() => setOpen(true)}>{t('nameDeputy')}</Button></header>
      {person.deputies.length === 0 ? (
        <Nothing title={t('noDeputy')} />
      ) : (
        <DataTable
          label={t('deputies')}
          rows={person.deputies}
          keyOf={({ id }) => id}
          columns={[
            { key: 'who', title: t('deputy'), cell: ({ deputy }) => deputy && <Link to={`/admin/people/${deputy.id}`}>{deputy.name}</Link> },
            { key: 'days', title: t('term'), cell: ({ from, to }) => `${sayDay(dayOf(from))} – ${sayDay(lastDayOf(to))}` },
            { key: 'acts', title: admin('actions'), cell: ({ id }) => <Button type="link" onClick={() => void end(id)}>{t('endDeputy')}</Button> },
          ]}
        />
      )}
      {isOpen && (
        <FormDrawer<Values> title={t('nameDeputy')} send={t('nameDeputy')} hint={t('deputyHint')} onSend={send} onClose={() => setOpen(false)}>
          <Form.Item name="deputyId" label={t('deputy')} rules={rules}><PersonPicker /></Form.Item>
          <Form.Item name="from" label={t('firstDay')}><DayInput /></Form.Item>
          <Form.Item name="to" label={t('untilDay')} rules={rules}><DayInput /></Form.Item>
        </FormDrawer>
      )}
    </section>
  );
}
