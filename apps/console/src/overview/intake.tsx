import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addressOf } from './address-of.js';
import { CountLink, type Counted } from './count-link.js';
import { dayName, figure, useOverviewWords } from './words.js';

/** What came in: each of the last days, and today by channel. Every bar opens its cases. */
export function Intake({ days, channels }: { days: readonly { day: string; cases: Counted }[]; channels: readonly { channel: string; cases: Counted }[] }) {
  const t = useOverviewWords();
  const { t: shared } = useTranslation();
  const most = Math.max(1, ...days.map(({ cases }) => cases.count));
  const mostChannel = Math.max(1, ...channels.map(({ cases }) => cases.count));
  return (
    <>
      <ol className="ov-days" aria-label={t('intakeDays')}>
        {days.map(({ day, cases }, index) => (
          <li key={day} className={index === days.length - 1 ? 'today' : ''}>
            <Link to={addressOf(cases.where)} aria-label={t('dayCount', { day: dayName(day), n: figure(cases.count) })} title={t('dayCount', { day: dayName(day), n: figure(cases.count) })}>
              <b aria-hidden>{cases.count > 0 && figure(cases.count)}</b>
              <i style={{ height: `${(100 * cases.count) / most}%` }} aria-hidden />
            </Link>
            <span aria-hidden>{Number(day.slice(8))}</span>
          </li>
        ))}
      </ol>
      {channels.length === 0 ? <p className="ov-quiet">{t('noneToday')}</p> : (
        <ul className="ov-bars" aria-label={t('channels')}>
          {channels.map(({ channel, cases }) => (
            <li key={channel}><span>{shared(`channel.${channel}`)}</span><i aria-hidden><i style={{ width: `${(100 * cases.count) / mostChannel}%` }} /></i><CountLink of={cases} label={shared(`channel.${channel}`)} /></li>
          ))}
        </ul>
      )}
    </>
  );
}
