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
    "\n  query StuckCases($filter: StuckFilter, $after: ID, $first: Int) {\n    stuckCases(filter: $filter, after: $after, first: $first) {\n      cursor\n      items {\n        urged { times byResident lastAt } cameBack { kind at }\n        case { number title text stage path card round area { code name } }\n        reason {\n          kind isMachine since nextStep nextBy attempts failure also repairs foundAt zh en\n          owner { kind person { id name } unit { code name } roles area { code name } caseNumber part }\n        }\n      }\n    }\n  }\n": typeof types.StuckCasesDocument,
    "\n  query StuckCounts($filter: StuckFilter, $rest: StuckFilter) {\n    byReason: stuckCounts(by: reason, filter: $rest) { kind count machine oldest }\n    byPlace: stuckCounts(by: place, filter: $filter) { area { code name level } count machine }\n    byUnit: stuckCounts(by: unit, filter: $filter) { unit { code name } count machine }\n    byAge: stuckCounts(by: age, filter: $filter) { fromDays count machine }\n  }\n": typeof types.StuckCountsDocument,
    "\n  query StuckMachine { machineState { engineAwaySince workerAwaySince startsWaiting oldestStart doubts lookedAt } }\n": typeof types.StuckMachineDocument,
    "\n  mutation StuckSupervise($input: SuperviseArguments!) { superviseCase(input: $input) { number } }\n": typeof types.StuckSuperviseDocument,
    "\n  mutation StuckRepair($input: RepairArguments!) { repairCase(input: $input) { count case { number reason { kind zh en } } } }\n": typeof types.StuckRepairDocument,
};
const documents: Documents = {
    "\n  query StuckCases($filter: StuckFilter, $after: ID, $first: Int) {\n    stuckCases(filter: $filter, after: $after, first: $first) {\n      cursor\n      items {\n        urged { times byResident lastAt } cameBack { kind at }\n        case { number title text stage path card round area { code name } }\n        reason {\n          kind isMachine since nextStep nextBy attempts failure also repairs foundAt zh en\n          owner { kind person { id name } unit { code name } roles area { code name } caseNumber part }\n        }\n      }\n    }\n  }\n": types.StuckCasesDocument,
    "\n  query StuckCounts($filter: StuckFilter, $rest: StuckFilter) {\n    byReason: stuckCounts(by: reason, filter: $rest) { kind count machine oldest }\n    byPlace: stuckCounts(by: place, filter: $filter) { area { code name level } count machine }\n    byUnit: stuckCounts(by: unit, filter: $filter) { unit { code name } count machine }\n    byAge: stuckCounts(by: age, filter: $filter) { fromDays count machine }\n  }\n": types.StuckCountsDocument,
    "\n  query StuckMachine { machineState { engineAwaySince workerAwaySince startsWaiting oldestStart doubts lookedAt } }\n": types.StuckMachineDocument,
    "\n  mutation StuckSupervise($input: SuperviseArguments!) { superviseCase(input: $input) { number } }\n": types.StuckSuperviseDocument,
    "\n  mutation StuckRepair($input: RepairArguments!) { repairCase(input: $input) { count case { number reason { kind zh en } } } }\n": types.StuckRepairDocument,
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
export function graphql(source: "\n  query StuckCases($filter: StuckFilter, $after: ID, $first: Int) {\n    stuckCases(filter: $filter, after: $after, first: $first) {\n      cursor\n      items {\n        urged { times byResident lastAt } cameBack { kind at }\n        case { number title text stage path card round area { code name } }\n        reason {\n          kind isMachine since nextStep nextBy attempts failure also repairs foundAt zh en\n          owner { kind person { id name } unit { code name } roles area { code name } caseNumber part }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query StuckCases($filter: StuckFilter, $after: ID, $first: Int) {\n    stuckCases(filter: $filter, after: $after, first: $first) {\n      cursor\n      items {\n        urged { times byResident lastAt } cameBack { kind at }\n        case { number title text stage path card round area { code name } }\n        reason {\n          kind isMachine since nextStep nextBy attempts failure also repairs foundAt zh en\n          owner { kind person { id name } unit { code name } roles area { code name } caseNumber part }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StuckCounts($filter: StuckFilter, $rest: StuckFilter) {\n    byReason: stuckCounts(by: reason, filter: $rest) { kind count machine oldest }\n    byPlace: stuckCounts(by: place, filter: $filter) { area { code name level } count machine }\n    byUnit: stuckCounts(by: unit, filter: $filter) { unit { code name } count machine }\n    byAge: stuckCounts(by: age, filter: $filter) { fromDays count machine }\n  }\n"): (typeof documents)["\n  query StuckCounts($filter: StuckFilter, $rest: StuckFilter) {\n    byReason: stuckCounts(by: reason, filter: $rest) { kind count machine oldest }\n    byPlace: stuckCounts(by: place, filter: $filter) { area { code name level } count machine }\n    byUnit: stuckCounts(by: unit, filter: $filter) { unit { code name } count machine }\n    byAge: stuckCounts(by: age, filter: $filter) { fromDays count machine }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StuckMachine { machineState { engineAwaySince workerAwaySince startsWaiting oldestStart doubts lookedAt } }\n"): (typeof documents)["\n  query StuckMachine { machineState { engineAwaySince workerAwaySince startsWaiting oldestStart doubts lookedAt } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StuckSupervise($input: SuperviseArguments!) { superviseCase(input: $input) { number } }\n"): (typeof documents)["\n  mutation StuckSupervise($input: SuperviseArguments!) { superviseCase(input: $input) { number } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StuckRepair($input: RepairArguments!) { repairCase(input: $input) { count case { number reason { kind zh en } } } }\n"): (typeof documents)["\n  mutation StuckRepair($input: RepairArguments!) { repairCase(input: $input) { count case { number reason { kind zh en } } } }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;