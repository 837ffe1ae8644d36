import { graphql } from './generated/index.js';

/** One task of a desk with all that helps to say where its case belongs. */
export const DESK_TASK = graphql(`
  query DeskTask($id: ID!) {
    task(id: $id) {
      id kind state version tier title dueAt workingMinutesLeft openedAt areaCode actions data
      area { code name }
      holder { id name }
      case {
        number countyCode title text placeText kind caseClass channel receivedAt masked actions
        area { code name ancestors { code name level } }
        category { code name }
        timeline { type at text actor { name } }
        returns { taskId legalGround reason at unit { code name } proposedUnit { code name } by { name } }
        similar { zh en case { number title text stage receivedAt area { name } } }
      }
    }
  }
`);

export const SUGGESTED_PATH = graphql(`
  query DeskSuggestedPath($number: ID!, $areaCode: ID, $caseClass: CaseClass) {
    case(number: $number) { number suggestedPath(areaCode: $areaCode, caseClass: $caseClass) { caseClass path needs zh en } }
  }
`);

export const LOCATED = graphql(`
  query DeskLocated($countyCode: ID!, $text: String!) {
    locateAddress(countyCode: $countyCode, text: $text) { areaCode reason matched area { code name ancestors { name level } } }
  }
`);

export const CANDIDATES = graphql(`
  query DeskCandidates($category: ID!, $area: ID!) {
    routingFor(category: $category, area: $area) { score unit { code name } reasons { kind zh en } }
  }
`);

export const LOADS = graphql(`
  query DeskLoads($areaCode: ID!) { unitLoads(areaCode: $areaCode) { open late unit { code } area { code } } }
`);

export const CATEGORIES = graphql(`
  query DeskCategories($county: ID!, $search: String) {
    categoryList(filter: { county: $county, search: $search }, first: 50) { code name parent { name } }
  }
`);

export const UNIT_NAME = graphql(`query DeskUnit($code: ID!) { unit(code: $code) { code name } }`);

/** The county's task that opens once a case is on its path. */
export const COORDINATION = graphql(`
  query DeskCoordination($number: ID!) { case(number: $number) { number tasks { id kind version } } }
`);

export const DISPATCH = graphql(`mutation DeskDispatch($input: DispatchArguments!) { dispatchCase(input: $input) { id state } }`);
export const ASSIGN = graphql(`mutation DeskAssign($input: AssignUnitsArguments!) { assignUnits(input: $input) { id state } }`);
export const REMEMBER = graphql(`mutation DeskRemember($input: RecordRoutingDecisionInput!) { recordRoutingDecision(input: $input) { id } }`);
export const MERGE = graphql(`mutation DeskMerge($input: MergeArguments!) { mergeCase(input: $input) { number mergedInto } }`);
export const ANSWER_REFERRAL = graphql(`mutation DeskReferral($input: AnswerReferralArguments!) { answerReferral(input: $input) { id state } }`);
