import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Colour } from '../kit/chart.js';
import { Chart } from '../kit/drawn.js';
import { addressOf } from './address-of.js';
import type { Counted } from './count-link.js';
import { channelBars, dayBars } from './intake-bars.js';
import { dayName, figure, useOverviewWords } from './words.js';

interface Intake {
  days: readonly { day: string; cases: Counted }[];
  channels: readonly { channel: string; cases: Counted }[];
}

/** What came in: each of the last days, and today by channel. Every bar opens its cases, and so does the link at its foot. */
export function Intake({ days, channels }: Intake) {
  const t = useOverviewWords();
  const { t: shared } = useTranslation();
  const navigate = useNavigate();
  const said = useCallback((day: string, n: number) => t('dayCount', { day: dayName(day), n: figure(n) }), [t]);
  const ofDays = useCallback((colour: Colour) => dayBars(days.map(({ day, cases: { count } }) => ({ said: said(day, count), count })), colour), [days, said]);
  const ofChannels = useCallback((colour: Colour) => channelBars(channels.map(({ channel, cases: { count } }) => ({ said: `${shared(`channel.${channel}`)} ${figure(count)}`, count })), colour), [channels, shared]);
  const open = (one: { cases: Counted } | undefined) => one && void navigate(addressOf(one.cases.where));
  return (
    <>
      <div className="ov-days">
        <Chart className="ov-days-bars" along="x" label={t('intakeDays')} option={ofDays} onPick={({ index }) => open(days[index])} />
        <ol aria-label={t('intakeDays')}>
          {days.map(({ day, cases }, index) => (
            <li key={day} className={index === days.length - 1 ? 'today' : ''}>
              <Link to={addressOf(cases.where)} aria-label={said(day, cases.count)} title={said(day, cases.count)}>{Number(day.slice(8))}</Link>
            </li>
          ))}
        </ol>
      </div>
      {channels.length === 0 ? <p className="ov-quiet">{t('noneToday')}</p> : (
        <div className="ov-channels">
          <ul aria-label={t('channels')}>
            {channels.map(({ channel, cases }) => (
              <li key={channel}><Link to={addressOf(cases.where)}><span>{shared(`channel.${channel}`)}</span> <b>{figure(cases.count)}</b></Link></li>
            ))}
          </ul>
          <Chart className="ov-channels-bars" along="y" label={t('channels')} option={ofChannels} onPick={({ index }) => open(channels[index])} />
        </div>
      )}
    </>
  );
}
