import { graphql } from '../generated/index.js';

export const CALENDAR = graphql(`
  query AdminCalendar($county: String!) {
    workingCalendar(countyCode: $county) {
      version years weekdays periods { from until }
      days { date kind periods { from until } }
      sources { countyCode unitCode version source loadedAt }
    }
  }
`);
export const PREVIEW = graphql(`
  query AdminCalendarPreview($input: LoadCalendarInput!, $after: ID, $first: Int!) {
    previewWorkingCalendar(input: $input, after: $after, first: $first) {
      moved casesTold
      deadlines { id caseNumber clock dueAt newDueAt wasProvisional isProvisional }
    }
  }
`);
export const LOAD = graphql(`
  mutation AdminLoadCalendar($input: LoadCalendarInput!, $confirmMoved: Int!) {
    loadWorkingCalendar(input: $input, confirmMoved: $confirmMoved) { version }
  }
`);
