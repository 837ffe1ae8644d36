import { Tag } from 'antd';
import { isWorkingUnit, workingMinutesLeft } from '@yiwang/domain/clocks';
import { Link } from 'react-router';
import type { SearchCasesQuery } from '../../graph/generated/graphql.js';
import { useCountyCalendar } from '../../kit/county-calendar.js';
import { Remaining } from '../../my-work/remaining.js';
import { standingOf } from '../../my-work/time-left.js';
import { instant } from '../../words/instants.js';
import { useSearchWords } from './words.js';

export type FoundCase = SearchCasesQuery['cases'][number];

/** One case that was found: what it is, where, whose, where it stands and how much of its time is left. */
export function CaseRow({ found, now }: { found: FoundCase; now: number }) {
  const t = useSearchWords();
  const { number, title, text, area, stage, path, card, kind, round, handler, receivedAt, resolvedAt, closedAt, resolutionOverdue } = found;
  return (
    <li className={card === 'none' ? '' : card}>
      <div className="what">
        <Link to={`/cases/${number}`}>{title ?? text}</Link>
        <p className="quiet">{number} · {t(`kind.${kind}`)}</p>
      </div>
      <p className="where">{area.name}</p>
      <p className="who">{handler?.name ?? '—'}</p>
      <p className="stage">
        <Tag color={closedAt ? 'default' : 'blue'}>{t(`stage.${stage}`)}</Tag>
        {path && <span className="quiet">{t(`path.${path}`)}</span>}
        {round > 1 && <span className="quiet">{t('round', { n: round })}</span>}
      </p>
      <p className="left">
        {resolvedAt || closedAt
          ? <span className={resolutionOverdue ? 'remaining red' : 'remaining'}>{t(resolvedAt ? 'resolved' : 'ended')}{resolutionOverdue && ` · ${t('late')}`}</span>
          : <TimeLeft found={found} now={now} />}
      </p>
      <time className="received quiet" dateTime={receivedAt}>{instant(receivedAt)}</time>
    </li>
  );
}

/** Its deadline, in working time where its path counts that; as a date while the county's calendar is not known; while its clocks stand, why. */
function TimeLeft({ found: { area, receivedAt, resolutionDueAt, requestLimits, paused, reviewAt }, now }: { found: FoundCase; now: number }) {
  const limit = requestLimits?.extension;
  const works = limit !== undefined && isWorkingUnit(limit.unit);
  const calendar = useCountyCalendar(works ? area.code : undefined);
  const standing = standingOf({ paused, reviewAt });
  if (standing === null && works && calendar === undefined) return <time dateTime={resolutionDueAt}>{instant(resolutionDueAt)}</time>;
  const minutes = works && calendar !== undefined ? workingMinutesLeft(limit, resolutionDueAt, new Date(now).toISOString(), calendar) : null;
  return <Remaining openedAt={receivedAt} dueAt={resolutionDueAt} workingMinutesLeft={minutes} areaCode={area.code} standing={standing} now={now} />;
}
