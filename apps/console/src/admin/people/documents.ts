import { graphql } from '../generated/index.js';

export const PEOPLE = graphql(`
  query AdminPeople($filter: PeopleFilter!, $first: Int!, $after: String) {
    people(filter: $filter, first: $first, after: $after) {
      nodes { id name username state positions { id role area { name } unit { name } } }
      endCursor hasNextPage
    }
  }
`);

export const PERSON = graphql(`
  query AdminPerson($id: ID!) {
    person(id: $id) {
      id name username phone state suspendedAt suspendedReason
      absences { id from to reason }
      deputies { id from to deputy { id name } }
      positions(current: false) { id role areaCode unitCode readOnly validFrom validTo area { name } unit { name } }
    }
  }
`);

export const CREATE = graphql(`mutation AdminCreatePerson($input: CreatePersonInput!) { createPerson(input: $input) { id } }`);
export const CHANGE = graphql(`mutation AdminChangePerson($id: ID!, $input: ChangePersonInput!) { changePerson(id: $id, input: $input) { id } }`);
export const SUSPEND = graphql(`mutation AdminSuspendPerson($id: ID!, $reason: String!) { suspendPerson(id: $id, reason: $reason) { id } }`);
export const RESUME = graphql(`mutation AdminResumePerson($id: ID!) { resumePerson(id: $id) { id } }`);
export const PASSWORD = graphql(`mutation AdminIssuePassword($id: ID!) { issuePassword(id: $id) }`);
export const APPOINT = graphql(`mutation AdminAppoint($input: AppointPositionInput!) { appointPosition(input: $input) { id } }`);
export const END_POST = graphql(`mutation AdminEndPosition($id: ID!, $at: DateTime) { endPosition(id: $id, at: $at) { id } }`);
export const MOVE_POST = graphql(`mutation AdminMovePosition($id: ID!, $input: MovePositionInput!) { movePosition(id: $id, input: $input) { id } }`);
export const RECORD_ABSENCE = graphql(`mutation AdminRecordAbsence($input: RecordAbsenceInput!) { recordAbsence(input: $input) { id } }`);
export const END_ABSENCE = graphql(`mutation AdminEndAbsence($id: ID!) { endAbsence(id: $id) { id } }`);
export const NAME_DEPUTY = graphql(`mutation AdminNameDeputy($input: NameDeputyInput!) { nameDeputy(input: $input) { id } }`);
export const END_DEPUTY = graphql(`mutation AdminEndDeputy($id: ID!) { endDeputy(id: $id) { id } }`);
