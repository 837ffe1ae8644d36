import { graphql } from './generated/index.js';

export const PREVIEW = graphql(`
  query InterventionPreviewed($input: InterventionInput!) {
    previewIntervention(input: $input) {
      previewHash allowed refused needsSecond begunBefore secondPersonAbove clocks told undoneBy
      cases { number allowed code message holder { tier roles area { name } unit { name } } }
    }
  }
`);
export const START = graphql(`
  mutation InterventionStarted($input: StartInterventionInput!) { startIntervention(input: $input) { id state } }
`);
export const LIST = graphql(`
  query InterventionsSeen($after: ID, $first: Int) {
    interventions(after: $after, first: $first) {
      cursor
      items { id kind state reason by { id name } approvedBy { id name } createdAt endedAt approvalUntil total counts { waiting done unchanged refused failed left } undoOf undoneBy canApprove canSteer canUndo }
    }
  }
`);
export const ONE = graphql(`
  query InterventionSeen($id: ID!) {
    intervention(id: $id) {
      id kind state reason by { id name } approvedBy { id name } createdAt endedAt approvalUntil total counts { waiting done unchanged refused failed left } undoOf undoneBy canApprove canSteer canUndo
    }
  }
`);
export const RESULTS = graphql(`
  query InterventionResults($id: ID!, $outcome: InterventionOutcome, $after: ID, $first: Int) {
    intervention(id: $id) { id results(outcome: $outcome, after: $after, first: $first) { cursor items { number outcome message tries at case { number title text area { code name } } } } }
  }
`);
export const REPORT = graphql(`query InterventionReport($id: ID!) { intervention(id: $id) { id report } }`);
export const APPROVE = graphql(`mutation InterventionApproved($id: ID!) { approveIntervention(id: $id) { id state } }`);
export const PAUSE = graphql(`mutation InterventionPaused($id: ID!) { pauseIntervention(id: $id) { id state } }`);
export const RESUME = graphql(`mutation InterventionResumed($id: ID!) { resumeIntervention(id: $id) { id state } }`);
export const CANCEL = graphql(`mutation InterventionCancelled($id: ID!) { cancelIntervention(id: $id) { id state } }`);
export const UNDO = graphql(`mutation InterventionUndone($id: ID!, $reason: String!) { undoIntervention(id: $id, reason: $reason) { id state } }`);
