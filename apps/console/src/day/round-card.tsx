import { useState } from 'react';
import { Button, Tag } from 'antd';
import { AimOutlined, CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { placeNow } from '../attachments/taking.js';
import { useActSaid } from '../kit/use-act.js';
import { useOffline } from '../offline/offline.js';
import { hourOf } from './hours.js';
import type { Round } from './day.types.js';
import { START_CASE } from './documents.js';
import { Refusal } from './call-sheet.js';
import { RoundForm } from './round-form.js';
import { roundKey, type RoundStep } from './rounds.js';
import { useSending } from './use-sending.js';
import { useDayWords } from './words.js';

/** How long somebody on the spot waits for their position before they are checked in without one. */
const POSITION_MS = 8_000;
const COLOURS: Partial<Record<Round['state'], string>> = { done: 'green', late: 'orange', missed: 'red' };

interface Card {
  round: Round;
  step: RoundStep;
  now: number;
  onDone(): Promise<void>;
}

/** One round of one grid: when, whether somebody is there, what was found. */
export function RoundCard({ round, step, now, onDone }: Card) {
  const t = useDayWords();
  const { slot, opensAt, closesAt, state, grid, gridCode } = round;
  const name = t(`round.slot.${slot}`, { defaultValue: slot });
  return (
    <li className={`day-card round ${step}`}>
      <header>
        <b>{grid?.name ?? gridCode}</b>
        <span>{name} {t('round.hours', { from: hourOf(opensAt), until: hourOf(closesAt) })}</span>
        {step === 'ended' || state === 'missed' ? <Tag color={COLOURS[state]} variant="filled">{t(`round.state.${state}`)}</Tag> : null}
      </header>
      {step === 'tooEarly' && <p className="quiet">{t('round.tooEarly', { at: hourOf(opensAt) })}</p>}
      {step === 'waiting' && <p className="waits"><ClockCircleOutlined aria-hidden /> {t('round.waiting')}</p>}
      {step === 'toCheckIn' && <CheckIn round={round} title={`${grid?.name ?? gridCode} · ${name}`} isLate={Date.parse(closesAt) <= now} onDone={onDone} />}
      {step === 'onIt' && <><Begun round={round} /><RoundForm round={round} title={`${grid?.name ?? gridCode} · ${name}`} onDone={onDone} /></>}
      {step === 'ended' && <Ended round={round} onDone={onDone} />}
    </li>
  );
}

function CheckIn({ round, title, isLate, onDone }: { round: Round; title: string; isLate: boolean; onDone(): Promise<void> }) {
  const t = useDayWords();
  const { busy, problem, sendAct } = useSending(onDone);
  const [isAsking, ask] = useState(false);
  const { gridCode, day, slot } = round;
  const checkIn = async () => {
    ask(true);
    const position = await placeNow(POSITION_MS);
    ask(false);
    await sendAct({ kind: 'checkIn', title, target: roundKey(round), input: { gridCode, day, slot, ...position } });
  };
  return (
    <>
      <p className="quiet">{t(isLate ? 'round.over' : 'round.placed')}</p>
      {problem && <Refusal problem={problem} />}
      <Button block size="large" type="primary" icon={<AimOutlined aria-hidden />} loading={isAsking || busy !== null} onClick={() => void checkIn()}>
        {t(isAsking ? 'round.asking' : isLate ? 'round.checkInLate' : 'round.checkIn')}
      </Button>
    </>
  );
}

function Begun({ round: { checkedInAt, place, distanceM } }: { round: Round }) {
  const t = useDayWords();
  const away = distanceM != null && distanceM > 0 ? t('round.away', { m: Math.round(distanceM) }) : '';
  const said = checkedInAt == null ? [t('round.onIt')] : [t('round.begun', { at: hourOf(checkedInAt) }), place && t(`round.place.${place}`) + away];
  return <p className="begun"><CheckCircleFilled aria-hidden /> {said.filter(Boolean).join(' · ')}</p>;
}

function Ended({ round: { completedAt, note, findings }, onDone }: { round: Round; onDone(): Promise<void> }) {
  const t = useDayWords();
  const { online } = useOffline();
  const act = useActSaid();
  const [busy, setBusy] = useState<string | null>(null);
  const start = async (id: string) => {
    setBusy(id);
    if (await act(START_CASE, { id }, t('done'))) await onDone();
    setBusy(null);
  };
  return (
    <>
      <p className="begun"><CheckCircleFilled aria-hidden /> {[completedAt != null && t('round.ended', { at: hourOf(completedAt) }), note].filter(Boolean).join(' · ')}</p>
      {findings.length > 0 && (
        <ul className="found">
          {findings.map(({ id, text, caseNumber }) => (
            <li key={id}>
              <span>{text}</span>
              {caseNumber == null
                ? <Button loading={busy === id} disabled={!online} onClick={() => void start(id)}>{t('round.toCase')}</Button>
                : <Link to={`/cases/${caseNumber}`}>{t('round.case', { number: caseNumber })}</Link>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
