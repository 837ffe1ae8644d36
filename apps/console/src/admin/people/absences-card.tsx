import { useState } from 'react';
import { App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../kit/data-table.js';
import { DayInput } from '../../kit/day-input.js';
import { afterDay, dayOf, fromDay, lastDayOf, sayDay } from '../../kit/days.js';
import { FormDrawer } from '../../kit/form-drawer.js';
import { Nothing } from '../../kit/states.js';
import { useAct, useActSaid } from '../../kit/use-act.js';
import { useAdminWords } from '../words.js';
import { END_ABSENCE, RECORD_ABSENCE } from './documents.js';
import type { PersonShown } from './person-forms.js';
import { usePeopleWords } from './words.js';

/** When somebody is away, now and to come. */
export function AbsencesCard({ person, onChange }: { person: PersonShown; onChange(): void }) {
  const t = usePeopleWords();
  const { t: shared } = useTranslation();
  const admin = useAdminWords();
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const act = useAct();
  const say = useActSaid();
  const rules = [{ required: true, message: shared('required') }];
  const end = async (id: string) => {
    if (await say(END_ABSENCE, { id }, t('backDone'))) onChange();
  };
  const send = async ({ from, to, reason }: { from?: string; to: string; reason: string }) => {
    const { problem } = await act(RECORD_ABSENCE, { input: { personId: person.id, from: fromDay(from), to: afterDay(to) ?? to, reason } });
    if (problem) return problem;
    void message.success(t('absenceRecorded'));
    setOpen(false);
    onChange();
    return null;
  };
  return (
    <section className="admin-card" aria-labelledby="absences">
      <header><h2 id="absences">{t('absences')}</h2><Button className="push" onClick={() => setOpen(true)}>{t('absent')}</Button></header>
      {person.absences.length === 0 ? (
        <Nothing title={t('noAbsence')} />
      ) : (
        <DataTable
          label={t('absences')}
          rows={person.absences}
          keyOf={({ id }) => id}
          columns={[
            { key: 'days', title: t('term'), cell: ({ from, to }) => `${sayDay(dayOf(from))} – ${sayDay(lastDayOf(to))}` },
            { key: 'reason', title: admin('reason'), cell: ({ reason }) => reason },
            { key: 'acts', title: admin('actions'), cell: ({ id }) => <Button type="link" onClick={() => void end(id)}>{t('back')}</Button> },
          ]}
        />
      )}
      {isOpen && (
        <FormDrawer<{ from?: string; to: string; reason: string }> title={t('absent')} send={t('absent')} hint={t('absenceHint')} onSend={send} onClose={() => setOpen(false)}>
          <Form.Item name="from" label={t('firstDay')}><DayInput /></Form.Item>
          <Form.Item name="to" label={t('untilDay')} rules={rules}><DayInput /></Form.Item>
          <Form.Item name="reason" label={admin('reason')} rules={rules}><Input maxLength={200} /></Form.Item>
        </FormDrawer>
      )}
    </section>
  );
}
