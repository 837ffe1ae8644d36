import { graphql } from '../generated/index.js';

export const POLICIES = graphql(`
  query AdminPolicies($county: String!) {
    policies(countyCode: $county) { countyCode version state rules inForceFrom draftedAt publishedAt note problems { field expected } }
  }
`);
export const CHECK = graphql(`
  query AdminCheckPolicy($rules: JSON!) { checkPolicy(rules: $rules) { problems { field expected } } }
`);
export const DRAFT = graphql(`
  mutation AdminDraftPolicy($input: DraftPolicyInput!) { draftPolicy(input: $input) { version problems { field expected } } }
`);
export const PUBLISH = graphql(`
  mutation AdminPublishPolicy($county: String!, $version: Int!, $from: DateTime) {
    publishPolicy(countyCode: $county, version: $version, inForceFrom: $from) { version inForceFrom }
  }
`);
export const WITHDRAW = graphql(`
  mutation AdminWithdrawPolicy($county: String!, $version: Int!) { withdrawPolicyDraft(countyCode: $county, version: $version) { version } }
`);
export const REPLAY = graphql(`
  query AdminReplayPolicy($county: String!, $version: Int!, $from: DateTime, $to: DateTime) {
    replayPolicy(countyCode: $county, version: $version, from: $from, to: $to, first: 100) {
      version comparedWith from to cases isTruncated otherPath otherDeadline sooner later
      byPath { path before draft }
      differences { caseNumber before { caseClass path lastPath dueAt provisional } draft { caseClass path lastPath dueAt provisional } }
    }
  }
`);
