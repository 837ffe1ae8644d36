/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query OverviewWhose { myPositions { id role areaCode area { code name } } }": typeof types.OverviewWhoseDocument,
    "\n  query Overview($area: ID!, $first: Int!) {\n    overview(areaCode: $area) {\n      asOf\n      area { code name level ancestors { code name } }\n      open { ...Counted } running { ...Counted } yellow { ...Counted } red { ...Counted } suspended { ...Counted }\n      decisions { kind cases { ...Counted } }\n      receivedToday { ...Counted }\n      channels { channel cases { ...Counted } }\n      days { day cases { ...Counted } }\n      places { light area { code name } open { ...Counted } running { ...Counted } yellow { ...Counted } red { ...Counted } }\n      rising { usual times probability before weeks category { code name } recent { ...Counted } }\n    }\n    decisionsWanted(areaCode: $area, first: $first) {\n      kind dueAt\n      task { id kind version actions data }\n      case { number title text card round actions path stage receivedAt resolutionDueAt reviewAt paused area { code name } reason { kind zh en } returns { at unit { code name } proposedUnit { code name } legalGround } }\n    }\n  }\n  fragment Counted on CaseCount {\n    count\n    where { areaCode channel categoryCode tier unitCode card paused reviewBefore receivedFrom receivedBefore open running lastRound taskKind taskTier }\n  }\n": typeof types.OverviewDocument,
    "\n  query OverviewWarnings($area: ID!, $kinds: [WarningKind!], $first: Int!, $after: ID) {\n    earlyWarnings(areaCode: $area, kinds: $kinds, first: $first, after: $after) {\n      cursor\n      counts { kind count }\n      items {\n        id kind zh en\n        area { code name }\n        unit { code name }\n        between { code name }\n        case { number title text area { code name } }\n        cases { count where { areaCode channel categoryCode tier unitCode card paused reviewBefore receivedFrom receivedBefore open running lastRound taskKind taskTier } }\n      }\n    }\n  }\n": typeof types.OverviewWarningsDocument,
    "\n  query OverviewMap($area: ID!, $level: AreaLevel!) {\n    area(code: $area) { code name boundary }\n    areas(under: $area, level: $level) { code name boundary }\n  }\n": typeof types.OverviewMapDocument,
    "\n  query OverviewFigures($county: ID!, $month: String!, $before: String!, $scope: FigureScopeInput!) {\n    now: figureCount(countyCode: $county, month: $month) { ...CountedMonth }\n    before: figureCount(countyCode: $county, month: $before) { ...CountedMonth }\n  }\n  fragment CountedMonth on FigureCount {\n    id month asOf isComplete cases\n    figures(scope: $scope) { measure name numerator denominator text }\n    ranking(kind: town, by: composite) { rank tied scoreText missing messages scope { kind code area { code name } } }\n  }\n": typeof types.OverviewFiguresDocument,
    "\n  query OverviewFigureCases($count: ID!, $scope: FigureScopeInput!, $measure: Measure!, $part: FigurePart!, $after: ID) {\n    figureCases(countId: $count, scope: $scope, measure: $measure, part: $part, first: 50, after: $after) {\n      caseNumber\n      case { number title text stage receivedAt area { code name } }\n    }\n  }\n": typeof types.OverviewFigureCasesDocument,
    "mutation OverviewRecount($input: RecountFiguresInput!) { recountFigures(input: $input) { id month } }": typeof types.OverviewRecountDocument,
    "\n  query OverviewPatrols($area: ID!, $day: String!) {\n    patrolCoverage(area: $area, from: $day, to: $day) {\n      planned done late missed open numerator denominator\n      grids(first: 200) { items { gridCode planned done late missed open grid { code name } } endCursor }\n    }\n  }\n": typeof types.OverviewPatrolsDocument,
    "\n  query OverviewSides($number: ID!) {\n    case(number: $number) {\n      number\n      returns { taskId legalGround reason at unit { code name } proposedUnit { code name } by { name } }\n      timeline { type at text actor { name } }\n    }\n  }\n": typeof types.OverviewSidesDocument,
    "mutation OverviewClaim($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }": typeof types.OverviewClaimDocument,
    "mutation OverviewRelease($input: TaskReferenceInput!) { releaseTask(input: $input) { id version } }": typeof types.OverviewReleaseDocument,
};
const documents: Documents = {
    "query OverviewWhose { myPositions { id role areaCode area { code name } } }": types.OverviewWhoseDocument,
    "\n  query Overview($area: ID!, $first: Int!) {\n    overview(areaCode: $area) {\n      asOf\n      area { code name level ancestors { code name } }\n      open { ...Counted } running { ...Counted } yellow { ...Counted } red { ...Counted } suspended { ...Counted }\n      decisions { kind cases { ...Counted } }\n      receivedToday { ...Counted }\n      channels { channel cases { ...Counted } }\n      days { day cases { ...Counted } }\n      places { light area { code name } open { ...Counted } running { ...Counted } yellow { ...Counted } red { ...Counted } }\n      rising { usual times probability before weeks category { code name } recent { ...Counted } }\n    }\n    decisionsWanted(areaCode: $area, first: $first) {\n      kind dueAt\n      task { id kind version actions data }\n      case { number title text card round actions path stage receivedAt resolutionDueAt reviewAt paused area { code name } reason { kind zh en } returns { at unit { code name } proposedUnit { code name } legalGround } }\n    }\n  }\n  fragment Counted on CaseCount {\n    count\n    where { areaCode channel categoryCode tier unitCode card paused reviewBefore receivedFrom receivedBefore open running lastRound taskKind taskTier }\n  }\n": types.OverviewDocument,
    "\n  query OverviewWarnings($area: ID!, $kinds: [WarningKind!], $first: Int!, $after: ID) {\n    earlyWarnings(areaCode: $area, kinds: $kinds, first: $first, after: $after) {\n      cursor\n      counts { kind count }\n      items {\n        id kind zh en\n        area { code name }\n        unit { code name }\n        between { code name }\n        case { number title text area { code name } }\n        cases { count where { areaCode channel categoryCode tier unitCode card paused reviewBefore receivedFrom receivedBefore open running lastRound taskKind taskTier } }\n      }\n    }\n  }\n": types.OverviewWarningsDocument,
    "\n  query OverviewMap($area: ID!, $level: AreaLevel!) {\n    area(code: $area) { code name boundary }\n    areas(under: $area, level: $level) { code name boundary }\n  }\n": types.OverviewMapDocument,
    "\n  query OverviewFigures($county: ID!, $month: String!, $before: String!, $scope: FigureScopeInput!) {\n    now: figureCount(countyCode: $county, month: $month) { ...CountedMonth }\n    before: figureCount(countyCode: $county, month: $before) { ...CountedMonth }\n  }\n  fragment CountedMonth on FigureCount {\n    id month asOf isComplete cases\n    figures(scope: $scope) { measure name numerator denominator text }\n    ranking(kind: town, by: composite) { rank tied scoreText missing messages scope { kind code area { code name } } }\n  }\n": types.OverviewFiguresDocument,
    "\n  query OverviewFigureCases($count: ID!, $scope: FigureScopeInput!, $measure: Measure!, $part: FigurePart!, $after: ID) {\n    figureCases(countId: $count, scope: $scope, measure: $measure, part: $part, first: 50, after: $after) {\n      caseNumber\n      case { number title text stage receivedAt area { code name } }\n    }\n  }\n": types.OverviewFigureCasesDocument,
    "mutation OverviewRecount($input: RecountFiguresInput!) { recountFigures(input: $input) { id month } }": types.OverviewRecountDocument,
    "\n  query OverviewPatrols($area: ID!, $day: String!) {\n    patrolCoverage(area: $area, from: $day, to: $day) {\n      planned done late missed open numerator denominator\n      grids(first: 200) { items { gridCode planned done late missed open grid { code name } } endCursor }\n    }\n  }\n": types.OverviewPatrolsDocument,
    "\n  query OverviewSides($number: ID!) {\n    case(number: $number) {\n      number\n      returns { taskId legalGround reason at unit { code name } proposedUnit { code name } by { name } }\n      timeline { type at text actor { name } }\n    }\n  }\n": types.OverviewSidesDocument,
    "mutation OverviewClaim($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }": types.OverviewClaimDocument,
    "mutation OverviewRelease($input: TaskReferenceInput!) { releaseTask(input: $input) { id version } }": types.OverviewReleaseDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OverviewWhose { myPositions { id role areaCode area { code name } } }"): (typeof documents)["query OverviewWhose { myPositions { id role areaCode area { code name } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Overview($area: ID!, $first: Int!) {\n    overview(areaCode: $area) {\n      asOf\n      area { code name level ancestors { code name } }\n      open { ...Counted } running { ...Counted } yellow { ...Counted } red { ...Counted } suspended { ...Counted }\n      decisions { kind cases { ...Counted } }\n      receivedToday { ...Counted }\n      channels { channel cases { ...Counted } }\n      days { day cases { ...Counted } }\n      places { light area { code name } open { ...Counted } running { ...Counted } yellow { ...Counted } red { ...Counted } }\n      rising { usual times probability before weeks category { code name } recent { ...Counted } }\n    }\n    decisionsWanted(areaCode: $area, first: $first) {\n      kind dueAt\n      task { id kind version actions data }\n      case { number title text card round actions path stage receivedAt resolutionDueAt reviewAt paused area { code name } reason { kind zh en } returns { at unit { code name } proposedUnit { code name } legalGround } }\n    }\n  }\n  fragment Counted on CaseCount {\n    count\n    where { areaCode channel categoryCode tier unitCode card paused reviewBefore receivedFrom receivedBefore open running lastRound taskKind taskTier }\n  }\n"): (typeof documents)["\n  query Overview($area: ID!, $first: Int!) {\n    overview(areaCode: $area) {\n      asOf\n      area { code name level ancestors { code name } }\n      open { ...Counted } running { ...Counted } yellow { ...Counted } red { ...Counted } suspended { ...Counted }\n      decisions { kind cases { ...Counted } }\n      receivedToday { ...Counted }\n      channels { channel cases { ...Counted } }\n      days { day cases { ...Counted } }\n      places { light area { code name } open { ...Counted } running { ...Counted } yellow { ...Counted } red { ...Counted } }\n      rising { usual times probability before weeks category { code name } recent { ...Counted } }\n    }\n    decisionsWanted(areaCode: $area, first: $first) {\n      kind dueAt\n      task { id kind version actions data }\n      case { number title text card round actions path stage receivedAt resolutionDueAt reviewAt paused area { code name } reason { kind zh en } returns { at unit { code name } proposedUnit { code name } legalGround } }\n    }\n  }\n  fragment Counted on CaseCount {\n    count\n    where { areaCode channel categoryCode tier unitCode card paused reviewBefore receivedFrom receivedBefore open running lastRound taskKind taskTier }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewWarnings($area: ID!, $kinds: [WarningKind!], $first: Int!, $after: ID) {\n    earlyWarnings(areaCode: $area, kinds: $kinds, first: $first, after: $after) {\n      cursor\n      counts { kind count }\n      items {\n        id kind zh en\n        area { code name }\n        unit { code name }\n        between { code name }\n        case { number title text area { code name } }\n        cases { count where { areaCode channel categoryCode tier unitCode card paused reviewBefore receivedFrom receivedBefore open running lastRound taskKind taskTier } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OverviewWarnings($area: ID!, $kinds: [WarningKind!], $first: Int!, $after: ID) {\n    earlyWarnings(areaCode: $area, kinds: $kinds, first: $first, after: $after) {\n      cursor\n      counts { kind count }\n      items {\n        id kind zh en\n        area { code name }\n        unit { code name }\n        between { code name }\n        case { number title text area { code name } }\n        cases { count where { areaCode channel categoryCode tier unitCode card paused reviewBefore receivedFrom receivedBefore open running lastRound taskKind taskTier } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewMap($area: ID!, $level: AreaLevel!) {\n    area(code: $area) { code name boundary }\n    areas(under: $area, level: $level) { code name boundary }\n  }\n"): (typeof documents)["\n  query OverviewMap($area: ID!, $level: AreaLevel!) {\n    area(code: $area) { code name boundary }\n    areas(under: $area, level: $level) { code name boundary }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewFigures($county: ID!, $month: String!, $before: String!, $scope: FigureScopeInput!) {\n    now: figureCount(countyCode: $county, month: $month) { ...CountedMonth }\n    before: figureCount(countyCode: $county, month: $before) { ...CountedMonth }\n  }\n  fragment CountedMonth on FigureCount {\n    id month asOf isComplete cases\n    figures(scope: $scope) { measure name numerator denominator text }\n    ranking(kind: town, by: composite) { rank tied scoreText missing messages scope { kind code area { code name } } }\n  }\n"): (typeof documents)["\n  query OverviewFigures($county: ID!, $month: String!, $before: String!, $scope: FigureScopeInput!) {\n    now: figureCount(countyCode: $county, month: $month) { ...CountedMonth }\n    before: figureCount(countyCode: $county, month: $before) { ...CountedMonth }\n  }\n  fragment CountedMonth on FigureCount {\n    id month asOf isComplete cases\n    figures(scope: $scope) { measure name numerator denominator text }\n    ranking(kind: town, by: composite) { rank tied scoreText missing messages scope { kind code area { code name } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewFigureCases($count: ID!, $scope: FigureScopeInput!, $measure: Measure!, $part: FigurePart!, $after: ID) {\n    figureCases(countId: $count, scope: $scope, measure: $measure, part: $part, first: 50, after: $after) {\n      caseNumber\n      case { number title text stage receivedAt area { code name } }\n    }\n  }\n"): (typeof documents)["\n  query OverviewFigureCases($count: ID!, $scope: FigureScopeInput!, $measure: Measure!, $part: FigurePart!, $after: ID) {\n    figureCases(countId: $count, scope: $scope, measure: $measure, part: $part, first: 50, after: $after) {\n      caseNumber\n      case { number title text stage receivedAt area { code name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation OverviewRecount($input: RecountFiguresInput!) { recountFigures(input: $input) { id month } }"): (typeof documents)["mutation OverviewRecount($input: RecountFiguresInput!) { recountFigures(input: $input) { id month } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewPatrols($area: ID!, $day: String!) {\n    patrolCoverage(area: $area, from: $day, to: $day) {\n      planned done late missed open numerator denominator\n      grids(first: 200) { items { gridCode planned done late missed open grid { code name } } endCursor }\n    }\n  }\n"): (typeof documents)["\n  query OverviewPatrols($area: ID!, $day: String!) {\n    patrolCoverage(area: $area, from: $day, to: $day) {\n      planned done late missed open numerator denominator\n      grids(first: 200) { items { gridCode planned done late missed open grid { code name } } endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewSides($number: ID!) {\n    case(number: $number) {\n      number\n      returns { taskId legalGround reason at unit { code name } proposedUnit { code name } by { name } }\n      timeline { type at text actor { name } }\n    }\n  }\n"): (typeof documents)["\n  query OverviewSides($number: ID!) {\n    case(number: $number) {\n      number\n      returns { taskId legalGround reason at unit { code name } proposedUnit { code name } by { name } }\n      timeline { type at text actor { name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation OverviewClaim($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }"): (typeof documents)["mutation OverviewClaim($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation OverviewRelease($input: TaskReferenceInput!) { releaseTask(input: $input) { id version } }"): (typeof documents)["mutation OverviewRelease($input: TaskReferenceInput!) { releaseTask(input: $input) { id version } }"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;