import { useState } from 'react';
import { Alert, Button, Drawer, Input } from 'antd';
import { PhoneFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { problemOf, type Problem } from '../graph/problems.js';
import { useOffline } from '../offline/offline.js';
import type { DayCase, DayTask } from './day.types.js';
import { REVEAL } from './documents.js';
import { hideNumber, shownNumber, showNumber } from './numbers.js';
import { useSending } from './use-sending.js';
import { useDayWords } from './words.js';

/** What is recorded with one tap: each says that the resident was reached, which stops the response clock. */
const REACHED = ['visit', 'known', 'solved'] as const;
const MOST_REASON = 500;
const MOST_CHARACTERS = 4_000;

interface Sheet {
  task: DayTask;
  found: DayCase;
  title: string;
  onClose(): void;
  onDone(): Promise<void>;
}

/** The call back: the number for a reason, a link that dials it, and how the call went. */
export function CallSheet({ task, found, title, onClose, onDone }: Sheet) {
  const t = useDayWords();
  const { busy, problem, sendAct } = useSending(onDone);
  const [words, write] = useState<string | null>(null);
  const act = { title, target: task.id };
  const finish = async (sent: Promise<boolean>) => {
    if (await sent) onClose();
  };
  const reached = (note: string) => finish(sendAct({ ...act, kind: 'recordContact', input: { taskId: task.id, version: task.version, note } }));
  // Nobody was reached, so the clock goes on: a note among colleagues.
  const missed = () => finish(sendAct({ ...act, kind: 'noteCase', input: { number: found.number, text: t('missedNote') } }));
  return (
    <Drawer open placement="bottom" size="auto" title={t('call.title')} rootClassName="day-sheet" onClose={onClose} closable={{ 'aria-label': t('cancel') }}>
      <Dial found={found} />
      <section className="outcomes" aria-label={t('call.how')}>
        <h2>{t('call.how')}</h2>
        {problem && <Refusal problem={problem} />}
        {REACHED.map((one) => <Button key={one} block size="large" disabled={busy !== null} onClick={() => void reached(t(`outcome.${one}`))}>{t(`outcome.${one}`)}</Button>)}
        <div className="pair">
          <Button size="large" disabled={busy !== null || !found.actions?.includes('noteCase')} onClick={() => void missed()}>{t('missed')}</Button>
          <Button size="large" aria-expanded={words !== null} onClick={() => write(words === null ? '' : null)}>{t('call.other')}</Button>
        </div>
        {words !== null && (
          <div className="own-words">
            <Input.TextArea autoFocus aria-label={t('call.write')} placeholder={t('call.write')} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={MOST_CHARACTERS} value={words} onChange={({ target }) => write(target.value)} />
            <Button block size="large" type="primary" loading={busy !== null} disabled={words.trim() === ''} onClick={() => void reached(words)}>{t('call.record')}</Button>
          </div>
        )}
      </section>
    </Drawer>
  );
}

/** 199 0000 0001. */
const legible = (phone: string): string => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');

/** The number, once it was asked for with a reason; until the page is left. */
function Dial({ found: { number, reporter } }: { found: DayCase }) {
  const t = useDayWords();
  const client = useClient();
  const { online } = useOffline();
  const [phone, setPhone] = useState(shownNumber(number));
  const [reason, setReason] = useState(t('call.usual'));
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const show = async () => {
    setBusy(true);
    const { data, error } = await client.mutation(REVEAL, { input: { number, reason } }).toPromise();
    setBusy(false);
    setProblem(error ? problemOf(error) : null);
    const full = data?.revealReporter.phone;
    if (!full) return;
    showNumber(number, full);
    setPhone(full);
  };
  if (reporter?.erased) return <p className="quiet">{t('call.erased')}</p>;
  if (!reporter?.phone) return <p className="quiet">{t('noPhone')}</p>;
  if (phone !== undefined) {
    const hide = () => {
      hideNumber(number);
      setPhone(undefined);
    };
    return (
      <div className="dial">
        <a className="call" href={`tel:${phone}`}><PhoneFilled aria-hidden /> {t('call.dial', { phone: legible(phone) })}</a>
        <Button type="text" onClick={hide}>{t('call.hide')}</Button>
      </div>
    );
  }
  if (!online) return <p className="quiet">{t('call.away')}</p>;
  return (
    <form
      className="dial"
      onSubmit={(event) => {
        event.preventDefault();
        void show();
      }}
    >
      <p><b>{reporter.name}</b> <span className="masked">{reporter.phone}</span></p>
      <label>{t('call.reason')}<Input size="large" maxLength={MOST_REASON} value={reason} onChange={({ target }) => setReason(target.value)} /></label>
      <p className="quiet">{t('call.hint')}</p>
      {problem && <Refusal problem={problem} />}
      <Button block size="large" type="primary" htmlType="submit" loading={isBusy} disabled={reason.trim() === ''}>{t('call.show')}</Button>
    </form>
  );
}

/** Why something was not taken, in the service's words. */
export function Refusal({ problem: { code, message } }: { problem: Problem }) {
  const { t } = useTranslation();
  return <Alert type="warning" showIcon title={code === 'VERSION_CONFLICT' ? t('conflict') : message || t('noNetwork')} />;
}
