import { graphql } from './generated/index.js';

/** Whose screen it is: which areas the reader answers for. */
export const WHOSE = graphql(`query OverviewWhose { myPositions { id role areaCode area { code name } } }`);

/** Everything that is counted at this moment, and what waits for a decision: one round trip. */
export const OVERVIEW = graphql(`
  query Overview($area: ID!, $first: Int!) {
    overview(areaCode: $area) {
      asOf
      area { code name level ancestors { code name } }
      open { ...Counted } running { ...Counted } yellow { ...Counted } red { ...Counted } suspended { ...Counted }
      decisions { kind cases { ...Counted } }
      receivedToday { ...Counted }
      channels { channel cases { ...Counted } }
      days { day cases { ...Counted } }
      places { light area { code name } open { ...Counted } running { ...Counted } yellow { ...Counted } red { ...Counted } }
      rising { usual times probability before weeks category { code name } recent { ...Counted } }
    }
    decisionsWanted(areaCode: $area, first: $first) {
      kind dueAt
      task { id kind version actions data }
      case { number title text card round actions path stage receivedAt resolutionDueAt reviewAt paused area { code name } reason { kind zh en } returns { at unit { code name } proposedUnit { code name } legalGround } }
    }
  }
  fragment Counted on CaseCount {
    count
    where { areaCode channel categoryCode tier unitCode card paused reviewBefore receivedFrom receivedBefore open running lastRound taskKind taskTier }
  }
`);

export const WARNINGS = graphql(`
  query OverviewWarnings($area: ID!, $kinds: [WarningKind!], $first: Int!, $after: ID) {
    earlyWarnings(areaCode: $area, kinds: $kinds, first: $first, after: $after) {
      cursor
      counts { kind count }
      items {
        id kind zh en
        area { code name }
        unit { code name }
        between { code name }
        case { number title text area { code name } }
        cases { count where { areaCode channel categoryCode tier unitCode card paused reviewBefore receivedFrom receivedBefore open running lastRound taskKind taskTier } }
      }
    }
  }
`);

export const MAP = graphql(`
  query OverviewMap($area: ID!, $level: AreaLevel!) {
    area(code: $area) { code name boundary }
    areas(under: $area, level: $level) { code name boundary }
  }
`);

export const FIGURES = graphql(`
  query OverviewFigures($county: ID!, $month: String!, $before: String!, $scope: FigureScopeInput!) {
    now: figureCount(countyCode: $county, month: $month) { ...CountedMonth }
    before: figureCount(countyCode: $county, month: $before) { ...CountedMonth }
  }
  fragment CountedMonth on FigureCount {
    id month asOf isComplete cases
    figures(scope: $scope) { measure name numerator denominator text }
    ranking(kind: town, by: composite) { rank tied scoreText missing messages scope { kind code area { code name } } }
  }
`);

/** The last counts of half a year: months that were not counted are null. */
export const TREND = graphql(`
  query OverviewTrend($county: ID!, $m1: String!, $m2: String!, $m3: String!, $m4: String!, $m5: String!, $m6: String!, $scope: FigureScopeInput!) {
    m1: figureCount(countyCode: $county, month: $m1) { ...TrendMonth }
    m2: figureCount(countyCode: $county, month: $m2) { ...TrendMonth }
    m3: figureCount(countyCode: $county, month: $m3) { ...TrendMonth }
    m4: figureCount(countyCode: $county, month: $m4) { ...TrendMonth }
    m5: figureCount(countyCode: $county, month: $m5) { ...TrendMonth }
    m6: figureCount(countyCode: $county, month: $m6) { ...TrendMonth }
  }
  fragment TrendMonth on FigureCount { id month figures(scope: $scope) { measure share text denominator } }
`);

export const FIGURE_CASES = graphql(`
  query OverviewFigureCases($count: ID!, $scope: FigureScopeInput!, $measure: Measure!, $part: FigurePart!, $after: ID) {
    figureCases(countId: $count, scope: $scope, measure: $measure, part: $part, first: 50, after: $after) {
      caseNumber
      case { number title text stage receivedAt area { code name } }
    }
  }
`);

export const RECOUNT = graphql(`mutation OverviewRecount($input: RecountFiguresInput!) { recountFigures(input: $input) { id month } }`);

export const PATROLS = graphql(`
  query OverviewPatrols($area: ID!, $day: String!) {
    patrolCoverage(area: $area, from: $day, to: $day) {
      planned done late missed open numerator denominator
      grids(first: 200) { items { gridCode planned done late missed open grid { code name } } endCursor }
    }
  }
`);

/** What units said when they gave a case back, and what was answered. */
export const SIDES = graphql(`
  query OverviewSides($number: ID!) {
    case(number: $number) {
      number
      returns { taskId legalGround reason at unit { code name } proposedUnit { code name } by { name } }
      timeline { type at text actor { name } }
    }
  }
`);

export const CLAIM = graphql(`mutation OverviewClaim($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }`);
export const RELEASE = graphql(`mutation OverviewRelease($input: TaskReferenceInput!) { releaseTask(input: $input) { id version } }`);
