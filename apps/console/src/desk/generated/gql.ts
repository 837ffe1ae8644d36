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
    "\n  query DeskTask($id: ID!) {\n    task(id: $id) {\n      id kind state version tier title dueAt workingMinutesLeft openedAt areaCode actions data\n      area { code name }\n      holder { id name }\n      case {\n        number countyCode title text placeText kind caseClass channel receivedAt masked actions\n        area { code name ancestors { code name level } }\n        category { code name }\n        timeline { type at text actor { name } }\n        returns { taskId legalGround reason at unit { code name } proposedUnit { code name } by { name } }\n        similar { zh en case { number title text stage receivedAt area { name } } }\n      }\n    }\n  }\n": typeof types.DeskTaskDocument,
    "\n  query DeskSuggestedPath($number: ID!, $areaCode: ID, $caseClass: CaseClass) {\n    case(number: $number) { number suggestedPath(areaCode: $areaCode, caseClass: $caseClass) { caseClass path needs zh en } }\n  }\n": typeof types.DeskSuggestedPathDocument,
    "\n  query DeskLocated($countyCode: ID!, $text: String!) {\n    locateAddress(countyCode: $countyCode, text: $text) { areaCode reason matched area { code name ancestors { name level } } }\n  }\n": typeof types.DeskLocatedDocument,
    "\n  query DeskCandidates($category: ID!, $area: ID!) {\n    routingFor(category: $category, area: $area) { score unit { code name } reasons { kind zh en } }\n  }\n": typeof types.DeskCandidatesDocument,
    "\n  query DeskLoads($areaCode: ID!) { unitLoads(areaCode: $areaCode) { open late unit { code } area { code } } }\n": typeof types.DeskLoadsDocument,
    "\n  query DeskCategories($county: ID!, $search: String) {\n    categoryList(filter: { county: $county, search: $search }, first: 50) { code name parent { name } }\n  }\n": typeof types.DeskCategoriesDocument,
    "query DeskUnit($code: ID!) { unit(code: $code) { code name } }": typeof types.DeskUnitDocument,
    "\n  query DeskCoordination($number: ID!) { case(number: $number) { number tasks { id kind version } } }\n": typeof types.DeskCoordinationDocument,
    "mutation DeskDispatch($input: DispatchArguments!) { dispatchCase(input: $input) { id state } }": typeof types.DeskDispatchDocument,
    "mutation DeskAssign($input: AssignUnitsArguments!) { assignUnits(input: $input) { id state } }": typeof types.DeskAssignDocument,
    "mutation DeskRemember($input: RecordRoutingDecisionInput!) { recordRoutingDecision(input: $input) { id } }": typeof types.DeskRememberDocument,
    "mutation DeskMerge($input: MergeArguments!) { mergeCase(input: $input) { number mergedInto } }": typeof types.DeskMergeDocument,
    "mutation DeskReferral($input: AnswerReferralArguments!) { answerReferral(input: $input) { id state } }": typeof types.DeskReferralDocument,
};
const documents: Documents = {
    "\n  query DeskTask($id: ID!) {\n    task(id: $id) {\n      id kind state version tier title dueAt workingMinutesLeft openedAt areaCode actions data\n      area { code name }\n      holder { id name }\n      case {\n        number countyCode title text placeText kind caseClass channel receivedAt masked actions\n        area { code name ancestors { code name level } }\n        category { code name }\n        timeline { type at text actor { name } }\n        returns { taskId legalGround reason at unit { code name } proposedUnit { code name } by { name } }\n        similar { zh en case { number title text stage receivedAt area { name } } }\n      }\n    }\n  }\n": types.DeskTaskDocument,
    "\n  query DeskSuggestedPath($number: ID!, $areaCode: ID, $caseClass: CaseClass) {\n    case(number: $number) { number suggestedPath(areaCode: $areaCode, caseClass: $caseClass) { caseClass path needs zh en } }\n  }\n": types.DeskSuggestedPathDocument,
    "\n  query DeskLocated($countyCode: ID!, $text: String!) {\n    locateAddress(countyCode: $countyCode, text: $text) { areaCode reason matched area { code name ancestors { name level } } }\n  }\n": types.DeskLocatedDocument,
    "\n  query DeskCandidates($category: ID!, $area: ID!) {\n    routingFor(category: $category, area: $area) { score unit { code name } reasons { kind zh en } }\n  }\n": types.DeskCandidatesDocument,
    "\n  query DeskLoads($areaCode: ID!) { unitLoads(areaCode: $areaCode) { open late unit { code } area { code } } }\n": types.DeskLoadsDocument,
    "\n  query DeskCategories($county: ID!, $search: String) {\n    categoryList(filter: { county: $county, search: $search }, first: 50) { code name parent { name } }\n  }\n": types.DeskCategoriesDocument,
    "query DeskUnit($code: ID!) { unit(code: $code) { code name } }": types.DeskUnitDocument,
    "\n  query DeskCoordination($number: ID!) { case(number: $number) { number tasks { id kind version } } }\n": types.DeskCoordinationDocument,
    "mutation DeskDispatch($input: DispatchArguments!) { dispatchCase(input: $input) { id state } }": types.DeskDispatchDocument,
    "mutation DeskAssign($input: AssignUnitsArguments!) { assignUnits(input: $input) { id state } }": types.DeskAssignDocument,
    "mutation DeskRemember($input: RecordRoutingDecisionInput!) { recordRoutingDecision(input: $input) { id } }": types.DeskRememberDocument,
    "mutation DeskMerge($input: MergeArguments!) { mergeCase(input: $input) { number mergedInto } }": types.DeskMergeDocument,
    "mutation DeskReferral($input: AnswerReferralArguments!) { answerReferral(input: $input) { id state } }": types.DeskReferralDocument,
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
export function graphql(source: "\n  query DeskTask($id: ID!) {\n    task(id: $id) {\n      id kind state version tier title dueAt workingMinutesLeft openedAt areaCode actions data\n      area { code name }\n      holder { id name }\n      case {\n        number countyCode title text placeText kind caseClass channel receivedAt masked actions\n        area { code name ancestors { code name level } }\n        category { code name }\n        timeline { type at text actor { name } }\n        returns { taskId legalGround reason at unit { code name } proposedUnit { code name } by { name } }\n        similar { zh en case { number title text stage receivedAt area { name } } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query DeskTask($id: ID!) {\n    task(id: $id) {\n      id kind state version tier title dueAt workingMinutesLeft openedAt areaCode actions data\n      area { code name }\n      holder { id name }\n      case {\n        number countyCode title text placeText kind caseClass channel receivedAt masked actions\n        area { code name ancestors { code name level } }\n        category { code name }\n        timeline { type at text actor { name } }\n        returns { taskId legalGround reason at unit { code name } proposedUnit { code name } by { name } }\n        similar { zh en case { number title text stage receivedAt area { name } } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeskSuggestedPath($number: ID!, $areaCode: ID, $caseClass: CaseClass) {\n    case(number: $number) { number suggestedPath(areaCode: $areaCode, caseClass: $caseClass) { caseClass path needs zh en } }\n  }\n"): (typeof documents)["\n  query DeskSuggestedPath($number: ID!, $areaCode: ID, $caseClass: CaseClass) {\n    case(number: $number) { number suggestedPath(areaCode: $areaCode, caseClass: $caseClass) { caseClass path needs zh en } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeskLocated($countyCode: ID!, $text: String!) {\n    locateAddress(countyCode: $countyCode, text: $text) { areaCode reason matched area { code name ancestors { name level } } }\n  }\n"): (typeof documents)["\n  query DeskLocated($countyCode: ID!, $text: String!) {\n    locateAddress(countyCode: $countyCode, text: $text) { areaCode reason matched area { code name ancestors { name level } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeskCandidates($category: ID!, $area: ID!) {\n    routingFor(category: $category, area: $area) { score unit { code name } reasons { kind zh en } }\n  }\n"): (typeof documents)["\n  query DeskCandidates($category: ID!, $area: ID!) {\n    routingFor(category: $category, area: $area) { score unit { code name } reasons { kind zh en } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeskLoads($areaCode: ID!) { unitLoads(areaCode: $areaCode) { open late unit { code } area { code } } }\n"): (typeof documents)["\n  query DeskLoads($areaCode: ID!) { unitLoads(areaCode: $areaCode) { open late unit { code } area { code } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeskCategories($county: ID!, $search: String) {\n    categoryList(filter: { county: $county, search: $search }, first: 50) { code name parent { name } }\n  }\n"): (typeof documents)["\n  query DeskCategories($county: ID!, $search: String) {\n    categoryList(filter: { county: $county, search: $search }, first: 50) { code name parent { name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DeskUnit($code: ID!) { unit(code: $code) { code name } }"): (typeof documents)["query DeskUnit($code: ID!) { unit(code: $code) { code name } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeskCoordination($number: ID!) { case(number: $number) { number tasks { id kind version } } }\n"): (typeof documents)["\n  query DeskCoordination($number: ID!) { case(number: $number) { number tasks { id kind version } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeskDispatch($input: DispatchArguments!) { dispatchCase(input: $input) { id state } }"): (typeof documents)["mutation DeskDispatch($input: DispatchArguments!) { dispatchCase(input: $input) { id state } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeskAssign($input: AssignUnitsArguments!) { assignUnits(input: $input) { id state } }"): (typeof documents)["mutation DeskAssign($input: AssignUnitsArguments!) { assignUnits(input: $input) { id state } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeskRemember($input: RecordRoutingDecisionInput!) { recordRoutingDecision(input: $input) { id } }"): (typeof documents)["mutation DeskRemember($input: RecordRoutingDecisionInput!) { recordRoutingDecision(input: $input) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeskMerge($input: MergeArguments!) { mergeCase(input: $input) { number mergedInto } }"): (typeof documents)["mutation DeskMerge($input: MergeArguments!) { mergeCase(input: $input) { number mergedInto } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeskReferral($input: AnswerReferralArguments!) { answerReferral(input: $input) { id state } }"): (typeof documents)["mutation DeskReferral($input: AnswerReferralArguments!) { answerReferral(input: $input) { id state } }"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;