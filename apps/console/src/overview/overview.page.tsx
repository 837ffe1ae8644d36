import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { Alert, Skeleton } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { countyOf, levelOf, parentOf, type AreaLevel } from '@yiwang/domain/areas';
import { localDateOf } from '@yiwang/domain/calendar';
import { monthOfDate, monthsLater } from '@yiwang/domain/figures';
import { useQuery } from 'urql';
import { AnswerStates, Nothing } from '../kit/states.js';
import { useNow } from '../my-work/use-now.js';
import { clockTime } from '../words/instants.js';
import { CountLink } from './count-link.js';
import { CountyMap } from './county-map.js';
import { Decisions } from './decisions.js';
import { FIGURES, OVERVIEW, PATROLS, WARNINGS, WHOSE } from './documents.js';
import { Figures, Ranking } from './figures.js';
import type { OverviewFiguresQueryVariables, OverviewQuery } from './generated/graphql.js';
import { Intake } from './intake.js';
import { Panel } from './panel.js';
import { Patrols } from './patrols.js';
import { Rising } from './rising.js';
import { useChoosing } from './use-choosing.js';
import { useEveryHalfMinute, useLastGood } from './use-followed.js';
import { Warnings, type WarningKind } from './warnings.js';
import { figure, useOverviewWords } from './words.js';
import './overview.css';

/** With the forms of all acts, a case's parts and the pickers: loaded with the first tap. */
const DecisionPanel = lazy(async () => ({ default: (await import('./decision-panel.js')).DecisionPanel }));

const ROLES = ['leader', 'supervisor', 'countyCentre', 'townCentre', 'cityCentre'];
/** Decisions of each kind on the screen; the counts over them open all. */
const WANTED = 5;
const WARNED = 12;

/** 一屏尽览: what has to be decided, and how the area stands. The address says which area; without one it is the reader's own. */
export function OverviewPage() {
  const t = useOverviewWords();
  const [params] = useSearchParams();
  const [whose, askWhose] = useQuery({ query: WHOSE });
  return (
    <AnswerStates answer={whose} onRetry={() => askWhose({ requestPolicy: 'network-only' })}>
      {({ myPositions }) => {
        const [own] = myPositions.filter(({ role }) => ROLES.includes(role)).toSorted((a, b) => a.areaCode.length - b.areaCode.length);
        const asked = params.get('area');
        const area = asked !== null && levelOf(asked) !== null ? asked : own?.areaCode;
        return area === undefined ? <Nothing title={t('noArea')}>{t('noAreaText')}</Nothing> : <Screen key={area} area={area} top={own?.areaCode ?? area} />;
      }}
    </AnswerStates>
  );
}

const BELOW: Record<AreaLevel, AreaLevel | null> = { city: 'county', county: 'town', town: 'village', village: 'grid', grid: null };

function Screen({ area, top }: { area: string; top: string }) {
  const t = useOverviewWords();
  const [answer, ask] = useQuery({ query: OVERVIEW, variables: { area, first: WANTED } });
  const { data, error } = useLastGood(answer, area);
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useEveryHalfMinute(again);
  if (!data) return <main className="overview"><h1>{t('title')}</h1><AnswerStates answer={answer} onRetry={again}>{() => <Skeleton active />}</AnswerStates></main>;
  return <Standing data={data} isStale={error !== undefined} top={top} onChange={again} />;
}

function Standing({ data: { overview, decisionsWanted }, isStale, top, onChange }: { data: OverviewQuery; isStale: boolean; top: string; onChange(): void }) {
  const t = useOverviewWords();
  const now = useNow();
  const { area, asOf } = overview;
  const { chosen, choose, close } = useChoosing(onChange);
  const { county, scope, month, answer: assessed, again: askAssessed } = useAssessed(area.code, asOf);
  const above = parentOf(area.code);
  const below = BELOW[area.level];
  const tiles = [
    ...(['open', 'running', 'yellow', 'red', 'suspended'] as const).map((name) => ({ name, of: overview[name] })),
    { name: 'today' as const, of: overview.receivedToday },
  ];
  return (
    <main className="overview">
      <header className="ov-head">
        <h1>{area.name} · {t('title')}</h1>
        {area.code !== top && above !== null && <Link to={above === top ? '/overview' : `/overview?area=${above}`}>{t('up', { area: area.ancestors.find(({ code }) => code === above)?.name ?? '' })}</Link>}
        <p className="ov-quiet" role="status">{t(isStale ? 'stale' : 'asOf', { time: clockTime(new Date(asOf)) })}</p>
      </header>
      {isStale && <Alert className="ov-stale" type="warning" showIcon title={t('stale', { time: clockTime(new Date(asOf)) })} />}
      <div className="ov-screen">
        <Panel title={t('decisions')} className="decisions"><Decisions counts={overview.decisions} wanted={decisionsWanted} now={now} onChoose={(wanted, choice) => void choose(wanted, choice)} /></Panel>
        <div className="ov-column middle">
          <ul className="ov-tiles" aria-label={t('map')}>
            {tiles.map(({ name, of }) => <li key={name} className={name}><CountLink of={of} label={t(`standing.${name}`)}><b>{figure(of.count)}</b><span>{t(`standing.${name}`)}</span></CountLink></li>)}
          </ul>
          <Panel title={t('map')} note={t('lightsHint')} className="map"><CountyMap area={area} below={below} places={overview.places} /></Panel>
          <div className="ov-pair">
            <EarlyWarnings area={area.code} />
            {scope !== null && <Panel title={t('ranking')} note={t('rankingHint')} className="ranking"><AnswerStates answer={assessed} onRetry={askAssessed}>{(data) => <Ranking count={data.now ?? data.before ?? null} />}</AnswerStates></Panel>}
          </div>
        </div>
        <div className="ov-column right">
          {scope !== null && (
            <Panel title={t('figures')} className="figures">
              <AnswerStates answer={assessed} onRetry={askAssessed}>{(data) => <Figures count={data.now ?? data.before ?? null} {...{ scope, county, month }} now={asOf} onCounted={askAssessed} />}</AnswerStates>
            </Panel>
          )}
          <Panel title={t('intake')} note={t('intakeDays')} className="intake"><Intake days={overview.days} channels={overview.channels} /></Panel>
          <Panel title={t('rising')} note={t('risingHint')} className="rising"><Rising topics={overview.rising} /></Panel>
          <PatrolsToday area={area.code} asOf={asOf} />
        </div>
      </div>
      {chosen && <Suspense fallback={null}><DecisionPanel wanted={chosen.wanted} choice={chosen.choice} onChange={onChange} onClose={close} /></Suspense>}
    </main>
  );
}

function EarlyWarnings({ area }: { area: string }) {
  const t = useOverviewWords();
  const [kind, chooseKind] = useState<WarningKind | null>(null);
  const [first, showFirst] = useState(WARNED);
  const [answer, ask] = useQuery({ query: WARNINGS, variables: { area, first, kinds: null } });
  const [ofKind] = useQuery({ query: WARNINGS, variables: { area, first, kinds: kind ? [kind] : null }, pause: kind === null });
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useEveryHalfMinute(again);
  const kept = useLastGood(answer, area);
  return (
    <Panel title={t('warnings')} className="warnings">
      <AnswerStates answer={kept} onRetry={again}>
        {({ earlyWarnings: page }) => {
          const shown = kind === null ? page : (ofKind.data?.earlyWarnings ?? { ...page, items: page.items.filter((one) => one.kind === kind), cursor: null });
          return <Warnings page={{ ...shown, counts: page.counts }} kind={kind} onKind={chooseKind} onMore={first < 96 ? () => showFirst((before) => Math.min(96, before * 2)) : undefined} />;
        }}
      </AnswerStates>
    </Panel>
  );
}

/** What is assessed of an area: of its village where it is a grid. None of a city, whose counties are counted each by itself. */
const scopeOf = (area: string): OverviewFiguresQueryVariables['scope'] | null => {
  const level = levelOf(area);
  if (level === null || level === 'city') return null;
  return level === 'grid' ? { kind: 'village', code: parentOf(area) ?? area } : { kind: level, code: area };
};

/** This month's figures, or the last one's where this one was not counted yet. */
function useAssessed(area: string, asOf: string) {
  const county = countyOf(area) ?? '';
  const scope = useMemo(() => scopeOf(area), [area]);
  const month = monthOfDate(localDateOf(asOf));
  const [answer, ask] = useQuery({ query: FIGURES, variables: { county, month, before: monthsLater(month, -1), scope: scope ?? { kind: 'county', code: county } }, pause: scope === null });
  const again = useCallback(() => scope !== null && ask({ requestPolicy: 'network-only' }), [ask, scope]);
  useEveryHalfMinute(again);
  return { county, scope, month, again, answer: useLastGood(answer, area) };
}

function PatrolsToday({ area, asOf }: { area: string; asOf: string }) {
  const t = useOverviewWords();
  const day = localDateOf(asOf);
  const [answer, ask] = useQuery({ query: PATROLS, variables: { area, day } });
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useEveryHalfMinute(again);
  const kept = useLastGood(answer, area);
  return <Panel title={t('patrol')} className="patrol"><AnswerStates answer={kept} onRetry={again}>{({ patrolCoverage }) => <Patrols of={patrolCoverage} />}</AnswerStates></Panel>;
}
