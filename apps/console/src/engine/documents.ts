import { graphql } from './generated/index.js';

export const ENGINE = graphql(`
  query CaseEngine($number: ID!) {
    caseEngine(number: $number) {
      answers
      coming { kind at taskId }
      runs {
        workflowId runId type state startedAt closedAt historyLength historyBytes taskAttempt url
        pending { name attempt failure nextTryAt } timers { id at } attributes { name value }
      }
    }
  }
`);
export const EVENTS = graphql(`
  query EngineEvents($number: ID!, $workflowId: ID!, $runId: ID!, $before: ID) {
    engineEvents(number: $number, workflowId: $workflowId, runId: $runId, before: $before, first: 100) {
      cursor
      items { id at type subject attempt failure raw }
    }
  }
`);
export const RESET_POINTS = graphql(`
  query ResetPoints($number: ID!, $workflowId: ID!) {
    resetPoints(number: $number, workflowId: $workflowId) {
      runId isRunning
      points { eventId at afterType afterSubject isSafe acts { name at byKind by { id name } } }
    }
  }
`);
