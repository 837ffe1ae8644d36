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
    "\n  query CaseEngine($number: ID!) {\n    caseEngine(number: $number) {\n      answers\n      coming { kind at taskId }\n      runs {\n        workflowId runId type state startedAt closedAt historyLength historyBytes taskAttempt url\n        pending { name attempt failure nextTryAt } timers { id at } attributes { name value }\n      }\n    }\n  }\n": typeof types.CaseEngineDocument,
    "\n  query EngineEvents($number: ID!, $workflowId: ID!, $runId: ID!, $before: ID) {\n    engineEvents(number: $number, workflowId: $workflowId, runId: $runId, before: $before, first: 100) {\n      cursor\n      items { id at type subject attempt failure raw }\n    }\n  }\n": typeof types.EngineEventsDocument,
    "\n  query ResetPoints($number: ID!, $workflowId: ID!) {\n    resetPoints(number: $number, workflowId: $workflowId) {\n      runId isRunning\n      points { eventId at afterType afterSubject isSafe acts { name at byKind by { id name } } }\n    }\n  }\n": typeof types.ResetPointsDocument,
};
const documents: Documents = {
    "\n  query CaseEngine($number: ID!) {\n    caseEngine(number: $number) {\n      answers\n      coming { kind at taskId }\n      runs {\n        workflowId runId type state startedAt closedAt historyLength historyBytes taskAttempt url\n        pending { name attempt failure nextTryAt } timers { id at } attributes { name value }\n      }\n    }\n  }\n": types.CaseEngineDocument,
    "\n  query EngineEvents($number: ID!, $workflowId: ID!, $runId: ID!, $before: ID) {\n    engineEvents(number: $number, workflowId: $workflowId, runId: $runId, before: $before, first: 100) {\n      cursor\n      items { id at type subject attempt failure raw }\n    }\n  }\n": types.EngineEventsDocument,
    "\n  query ResetPoints($number: ID!, $workflowId: ID!) {\n    resetPoints(number: $number, workflowId: $workflowId) {\n      runId isRunning\n      points { eventId at afterType afterSubject isSafe acts { name at byKind by { id name } } }\n    }\n  }\n": types.ResetPointsDocument,
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
export function graphql(source: "\n  query CaseEngine($number: ID!) {\n    caseEngine(number: $number) {\n      answers\n      coming { kind at taskId }\n      runs {\n        workflowId runId type state startedAt closedAt historyLength historyBytes taskAttempt url\n        pending { name attempt failure nextTryAt } timers { id at } attributes { name value }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseEngine($number: ID!) {\n    caseEngine(number: $number) {\n      answers\n      coming { kind at taskId }\n      runs {\n        workflowId runId type state startedAt closedAt historyLength historyBytes taskAttempt url\n        pending { name attempt failure nextTryAt } timers { id at } attributes { name value }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngineEvents($number: ID!, $workflowId: ID!, $runId: ID!, $before: ID) {\n    engineEvents(number: $number, workflowId: $workflowId, runId: $runId, before: $before, first: 100) {\n      cursor\n      items { id at type subject attempt failure raw }\n    }\n  }\n"): (typeof documents)["\n  query EngineEvents($number: ID!, $workflowId: ID!, $runId: ID!, $before: ID) {\n    engineEvents(number: $number, workflowId: $workflowId, runId: $runId, before: $before, first: 100) {\n      cursor\n      items { id at type subject attempt failure raw }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResetPoints($number: ID!, $workflowId: ID!) {\n    resetPoints(number: $number, workflowId: $workflowId) {\n      runId isRunning\n      points { eventId at afterType afterSubject isSafe acts { name at byKind by { id name } } }\n    }\n  }\n"): (typeof documents)["\n  query ResetPoints($number: ID!, $workflowId: ID!) {\n    resetPoints(number: $number, workflowId: $workflowId) {\n      runId isRunning\n      points { eventId at afterType afterSubject isSafe acts { name at byKind by { id name } } }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;