import { graphql } from '../graph/generated/index.js';

/** One task with its case, as the panel beside the list and a case's own page show it. */
export const TASK = graphql(`
  query TaskWithCase($id: ID!) {
    task(id: $id) {
      id kind state version title dueAt workingMinutesLeft openedAt actions round result data areaCode unitCode
      holder { id name }
      unit { code name }
      area { code name }
      case { ...CaseFacts ...CaseTimeline ...CasePath ...ActionCase }
    }
  }
`);
