import { graphql } from './generated/index.js';

/** The day: what its reader may do now, and the rounds of their grids. */
export const DAY = graphql(`
  query Day {
    myTasks(filter: { scope: ALL }, first: 60) {
      id kind state version title dueAt workingMinutesLeft openedAt holderSubject actions areaCode unitCode data
      area { code name }
      case {
        number countyCode areaCode title text placeText kind stage path channel card receivedAt resolutionDueAt responseDueAt firstResponseAt masked actions
        area { code name }
        category { code zh }
        reporter { name phone erased }
        attachments { id mediaType url }
      }
    }
  }
`);

export const ROUNDS = graphql(`
  query DayRounds {
    myPatrols {
      gridCode day slot opensAt closesAt state checkedInAt completedAt subject place distanceM note
      grid { code name }
      findings { id text caseNumber }
    }
  }
`);

export const REVEAL = graphql(`mutation RevealToCall($input: RevealReporterArguments!) { revealReporter(input: $input) { name phone erased } }`);

export const START_CASE = graphql(`mutation CaseOfFinding($id: ID!) { startCaseFromFinding(id: $id) { id caseNumber } }`);
