import { graphql } from './generated/index.js';

export const STUCK = graphql(`
  query StuckCases($filter: StuckFilter, $after: ID, $first: Int) {
    stuckCases(filter: $filter, after: $after, first: $first) {
      cursor
      items {
        urged { times byResident lastAt } cameBack { kind at }
        case { number title text stage path card round area { code name } }
        reason {
          kind isMachine since nextStep nextBy attempts failure also repairs foundAt zh en
          owner { kind person { id name } unit { code name } roles area { code name } caseNumber part }
        }
      }
    }
  }
`);
export const COUNTS = graphql(`
  query StuckCounts($filter: StuckFilter, $rest: StuckFilter) {
    byReason: stuckCounts(by: reason, filter: $rest) { kind count machine oldest }
    byPlace: stuckCounts(by: place, filter: $filter) { area { code name level } count machine }
    byUnit: stuckCounts(by: unit, filter: $filter) { unit { code name } count machine }
    byAge: stuckCounts(by: age, filter: $filter) { fromDays count machine }
  }
`);
export const MACHINE = graphql(`
  query StuckMachine { machineState { engineAwaySince workerAwaySince startsWaiting oldestStart doubts lookedAt } }
`);
export const SUPERVISE = graphql(`
  mutation StuckSupervise($input: SuperviseArguments!) { superviseCase(input: $input) { number } }
`);
export const REPAIR = graphql(`
  mutation StuckRepair($input: RepairArguments!) { repairCase(input: $input) { count case { number reason { kind zh en } } } }
`);
