import { useTranslation } from 'react-i18next';
import { useCountyCalendar } from '../kit/county-calendar.js';
import { instant } from '../words/instants.js';
import { dayMinutesOf, timeLeft, urgencyOf, workingTimeLeft, type Standing } from './time-left.js';

interface Due {
  openedAt: string;
  dueAt: string;
  now: number;
  /** Where the deadline counts working time: how much of it is left, negative when late. */
  workingMinutesLeft?: number | null;
  /** Where it is, so that working time is told in days as long as its county works. */
  areaCode: string;
  /** Why none of it runs: said instead of it. */
  standing?: Standing | null;
}

/** The time to a deadline in words, coloured by how much of it is gone; the words say it without the colour. */
export function Remaining({ openedAt, dueAt, now, workingMinutesLeft, areaCode, standing = null }: Due) {
  const { t } = useTranslation();
  const works = workingMinutesLeft != null;
  const calendar = useCountyCalendar(works ? areaCode : undefined);
  if (standing !== null) return <span className="remaining standing">{standing.reviewAt === null ? t(`standing.${standing.paused === 'suspended' ? 'suspendedOpen' : standing.paused}`) : t(`standing.${standing.paused}`, { at: instant(standing.reviewAt) })}</span>;
  const { late, key, values } = works ? workingTimeLeft(workingMinutesLeft * 60_000, calendar && dayMinutesOf(calendar.periods)) : timeLeft(Date.parse(dueAt) - now);
  return (
    <time dateTime={dueAt} title={t('due', { at: instant(dueAt) })} className={`remaining ${urgencyOf(Date.parse(openedAt), Date.parse(dueAt), now)}`}>
      {t(late ? 'late' : 'left', { span: t(`${works ? 'workingSpan' : 'span'}.${key}`, values) })}
    </time>
  );
}
