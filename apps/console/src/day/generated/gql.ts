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
    "\n  query Day {\n    myTasks(filter: { scope: ALL }, first: 60) {\n      id kind state version title dueAt workingMinutesLeft openedAt holderSubject actions areaCode unitCode data\n      area { code name }\n      case {\n        number countyCode areaCode title text placeText kind stage path channel card receivedAt resolutionDueAt responseDueAt firstResponseAt masked actions\n        area { code name }\n        category { code zh }\n        reporter { name phone erased }\n        attachments { id mediaType url }\n      }\n    }\n  }\n": typeof types.DayDocument,
    "\n  query DayRounds {\n    myPatrols {\n      gridCode day slot opensAt closesAt state checkedInAt completedAt subject place distanceM note\n      grid { code name }\n      findings { id text caseNumber }\n    }\n  }\n": typeof types.DayRoundsDocument,
    "mutation RevealToCall($input: RevealReporterArguments!) { revealReporter(input: $input) { name phone erased } }": typeof types.RevealToCallDocument,
    "mutation CaseOfFinding($id: ID!) { startCaseFromFinding(id: $id) { id caseNumber } }": typeof types.CaseOfFindingDocument,
};
const documents: Documents = {
    "\n  query Day {\n    myTasks(filter: { scope: ALL }, first: 60) {\n      id kind state version title dueAt workingMinutesLeft openedAt holderSubject actions areaCode unitCode data\n      area { code name }\n      case {\n        number countyCode areaCode title text placeText kind stage path channel card receivedAt resolutionDueAt responseDueAt firstResponseAt masked actions\n        area { code name }\n        category { code zh }\n        reporter { name phone erased }\n        attachments { id mediaType url }\n      }\n    }\n  }\n": types.DayDocument,
    "\n  query DayRounds {\n    myPatrols {\n      gridCode day slot opensAt closesAt state checkedInAt completedAt subject place distanceM note\n      grid { code name }\n      findings { id text caseNumber }\n    }\n  }\n": types.DayRoundsDocument,
    "mutation RevealToCall($input: RevealReporterArguments!) { revealReporter(input: $input) { name phone erased } }": types.RevealToCallDocument,
    "mutation CaseOfFinding($id: ID!) { startCaseFromFinding(id: $id) { id caseNumber } }": types.CaseOfFindingDocument,
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
export function graphql(source: "\n  query Day {\n    myTasks(filter: { scope: ALL }, first: 60) {\n      id kind state version title dueAt workingMinutesLeft openedAt holderSubject actions areaCode unitCode data\n      area { code name }\n      case {\n        number countyCode areaCode title text placeText kind stage path channel card receivedAt resolutionDueAt responseDueAt firstResponseAt masked actions\n        area { code name }\n        category { code zh }\n        reporter { name phone erased }\n        attachments { id mediaType url }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Day {\n    myTasks(filter: { scope: ALL }, first: 60) {\n      id kind state version title dueAt workingMinutesLeft openedAt holderSubject actions areaCode unitCode data\n      area { code name }\n      case {\n        number countyCode areaCode title text placeText kind stage path channel card receivedAt resolutionDueAt responseDueAt firstResponseAt masked actions\n        area { code name }\n        category { code zh }\n        reporter { name phone erased }\n        attachments { id mediaType url }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DayRounds {\n    myPatrols {\n      gridCode day slot opensAt closesAt state checkedInAt completedAt subject place distanceM note\n      grid { code name }\n      findings { id text caseNumber }\n    }\n  }\n"): (typeof documents)["\n  query DayRounds {\n    myPatrols {\n      gridCode day slot opensAt closesAt state checkedInAt completedAt subject place distanceM note\n      grid { code name }\n      findings { id text caseNumber }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RevealToCall($input: RevealReporterArguments!) { revealReporter(input: $input) { name phone erased } }"): (typeof documents)["mutation RevealToCall($input: RevealReporterArguments!) { revealReporter(input: $input) { name phone erased } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CaseOfFinding($id: ID!) { startCaseFromFinding(id: $id) { id caseNumber } }"): (typeof documents)["mutation CaseOfFinding($id: ID!) { startCaseFromFinding(id: $id) { id caseNumber } }"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;