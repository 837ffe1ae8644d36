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
    "\n  query InterventionPreviewed($input: InterventionInput!) {\n    previewIntervention(input: $input) {\n      previewHash allowed refused needsSecond begunBefore secondPersonAbove clocks told undoneBy\n      cases { number allowed code message holder { tier roles area { name } unit { name } } }\n    }\n  }\n": typeof types.InterventionPreviewedDocument,
    "\n  mutation InterventionStarted($input: StartInterventionInput!) { startIntervention(input: $input) { id state } }\n": typeof types.InterventionStartedDocument,
    "\n  query InterventionsSeen($after: ID, $first: Int) {\n    interventions(after: $after, first: $first) {\n      cursor\n      items { id kind state reason by { id name } approvedBy { id name } createdAt endedAt approvalUntil total counts { waiting done unchanged refused failed left } undoOf undoneBy canApprove canSteer canUndo }\n    }\n  }\n": typeof types.InterventionsSeenDocument,
    "\n  query InterventionSeen($id: ID!) {\n    intervention(id: $id) {\n      id kind state reason by { id name } approvedBy { id name } createdAt endedAt approvalUntil total counts { waiting done unchanged refused failed left } undoOf undoneBy canApprove canSteer canUndo\n    }\n  }\n": typeof types.InterventionSeenDocument,
    "\n  query InterventionResults($id: ID!, $outcome: InterventionOutcome, $after: ID, $first: Int) {\n    intervention(id: $id) { id results(outcome: $outcome, after: $after, first: $first) { cursor items { number outcome message tries at case { number title text area { code name } } } } }\n  }\n": typeof types.InterventionResultsDocument,
    "query InterventionReport($id: ID!) { intervention(id: $id) { id report } }": typeof types.InterventionReportDocument,
    "mutation InterventionApproved($id: ID!) { approveIntervention(id: $id) { id state } }": typeof types.InterventionApprovedDocument,
    "mutation InterventionPaused($id: ID!) { pauseIntervention(id: $id) { id state } }": typeof types.InterventionPausedDocument,
    "mutation InterventionResumed($id: ID!) { resumeIntervention(id: $id) { id state } }": typeof types.InterventionResumedDocument,
    "mutation InterventionCancelled($id: ID!) { cancelIntervention(id: $id) { id state } }": typeof types.InterventionCancelledDocument,
    "mutation InterventionUndone($id: ID!, $reason: String!) { undoIntervention(id: $id, reason: $reason) { id state } }": typeof types.InterventionUndoneDocument,
};
const documents: Documents = {
    "\n  query InterventionPreviewed($input: InterventionInput!) {\n    previewIntervention(input: $input) {\n      previewHash allowed refused needsSecond begunBefore secondPersonAbove clocks told undoneBy\n      cases { number allowed code message holder { tier roles area { name } unit { name } } }\n    }\n  }\n": types.InterventionPreviewedDocument,
    "\n  mutation InterventionStarted($input: StartInterventionInput!) { startIntervention(input: $input) { id state } }\n": types.InterventionStartedDocument,
    "\n  query InterventionsSeen($after: ID, $first: Int) {\n    interventions(after: $after, first: $first) {\n      cursor\n      items { id kind state reason by { id name } approvedBy { id name } createdAt endedAt approvalUntil total counts { waiting done unchanged refused failed left } undoOf undoneBy canApprove canSteer canUndo }\n    }\n  }\n": types.InterventionsSeenDocument,
    "\n  query InterventionSeen($id: ID!) {\n    intervention(id: $id) {\n      id kind state reason by { id name } approvedBy { id name } createdAt endedAt approvalUntil total counts { waiting done unchanged refused failed left } undoOf undoneBy canApprove canSteer canUndo\n    }\n  }\n": types.InterventionSeenDocument,
    "\n  query InterventionResults($id: ID!, $outcome: InterventionOutcome, $after: ID, $first: Int) {\n    intervention(id: $id) { id results(outcome: $outcome, after: $after, first: $first) { cursor items { number outcome message tries at case { number title text area { code name } } } } }\n  }\n": types.InterventionResultsDocument,
    "query InterventionReport($id: ID!) { intervention(id: $id) { id report } }": types.InterventionReportDocument,
    "mutation InterventionApproved($id: ID!) { approveIntervention(id: $id) { id state } }": types.InterventionApprovedDocument,
    "mutation InterventionPaused($id: ID!) { pauseIntervention(id: $id) { id state } }": types.InterventionPausedDocument,
    "mutation InterventionResumed($id: ID!) { resumeIntervention(id: $id) { id state } }": types.InterventionResumedDocument,
    "mutation InterventionCancelled($id: ID!) { cancelIntervention(id: $id) { id state } }": types.InterventionCancelledDocument,
    "mutation InterventionUndone($id: ID!, $reason: String!) { undoIntervention(id: $id, reason: $reason) { id state } }": types.InterventionUndoneDocument,
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
export function graphql(source: "\n  query InterventionPreviewed($input: InterventionInput!) {\n    previewIntervention(input: $input) {\n      previewHash allowed refused needsSecond begunBefore secondPersonAbove clocks told undoneBy\n      cases { number allowed code message holder { tier roles area { name } unit { name } } }\n    }\n  }\n"): (typeof documents)["\n  query InterventionPreviewed($input: InterventionInput!) {\n    previewIntervention(input: $input) {\n      previewHash allowed refused needsSecond begunBefore secondPersonAbove clocks told undoneBy\n      cases { number allowed code message holder { tier roles area { name } unit { name } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InterventionStarted($input: StartInterventionInput!) { startIntervention(input: $input) { id state } }\n"): (typeof documents)["\n  mutation InterventionStarted($input: StartInterventionInput!) { startIntervention(input: $input) { id state } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InterventionsSeen($after: ID, $first: Int) {\n    interventions(after: $after, first: $first) {\n      cursor\n      items { id kind state reason by { id name } approvedBy { id name } createdAt endedAt approvalUntil total counts { waiting done unchanged refused failed left } undoOf undoneBy canApprove canSteer canUndo }\n    }\n  }\n"): (typeof documents)["\n  query InterventionsSeen($after: ID, $first: Int) {\n    interventions(after: $after, first: $first) {\n      cursor\n      items { id kind state reason by { id name } approvedBy { id name } createdAt endedAt approvalUntil total counts { waiting done unchanged refused failed left } undoOf undoneBy canApprove canSteer canUndo }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InterventionSeen($id: ID!) {\n    intervention(id: $id) {\n      id kind state reason by { id name } approvedBy { id name } createdAt endedAt approvalUntil total counts { waiting done unchanged refused failed left } undoOf undoneBy canApprove canSteer canUndo\n    }\n  }\n"): (typeof documents)["\n  query InterventionSeen($id: ID!) {\n    intervention(id: $id) {\n      id kind state reason by { id name } approvedBy { id name } createdAt endedAt approvalUntil total counts { waiting done unchanged refused failed left } undoOf undoneBy canApprove canSteer canUndo\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InterventionResults($id: ID!, $outcome: InterventionOutcome, $after: ID, $first: Int) {\n    intervention(id: $id) { id results(outcome: $outcome, after: $after, first: $first) { cursor items { number outcome message tries at case { number title text area { code name } } } } }\n  }\n"): (typeof documents)["\n  query InterventionResults($id: ID!, $outcome: InterventionOutcome, $after: ID, $first: Int) {\n    intervention(id: $id) { id results(outcome: $outcome, after: $after, first: $first) { cursor items { number outcome message tries at case { number title text area { code name } } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query InterventionReport($id: ID!) { intervention(id: $id) { id report } }"): (typeof documents)["query InterventionReport($id: ID!) { intervention(id: $id) { id report } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InterventionApproved($id: ID!) { approveIntervention(id: $id) { id state } }"): (typeof documents)["mutation InterventionApproved($id: ID!) { approveIntervention(id: $id) { id state } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InterventionPaused($id: ID!) { pauseIntervention(id: $id) { id state } }"): (typeof documents)["mutation InterventionPaused($id: ID!) { pauseIntervention(id: $id) { id state } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InterventionResumed($id: ID!) { resumeIntervention(id: $id) { id state } }"): (typeof documents)["mutation InterventionResumed($id: ID!) { resumeIntervention(id: $id) { id state } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InterventionCancelled($id: ID!) { cancelIntervention(id: $id) { id state } }"): (typeof documents)["mutation InterventionCancelled($id: ID!) { cancelIntervention(id: $id) { id state } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InterventionUndone($id: ID!, $reason: String!) { undoIntervention(id: $id, reason: $reason) { id state } }"): (typeof documents)["mutation InterventionUndone($id: ID!, $reason: String!) { undoIntervention(id: $id, reason: $reason) { id state } }"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;