import type { DocumentNode } from 'graphql';
import type { TypedDocumentNode } from 'urql';
import { graphql } from '../generated/index.js';
import type { AdminIdentityAuditQuery, AdminIdentityAuditQueryVariables } from '../generated/graphql.js';

export const SERVICES = ['identity', 'departments', 'grids', 'cases', 'evaluations'] as const;
export type Service = (typeof SERVICES)[number];

const IDENTITY = graphql(`
  query AdminIdentityAudit($filter: AuditFilterInput, $after: String, $first: Int!) {
    page: identityAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }
  }
`);
const DEPARTMENTS = graphql(`
  query AdminDepartmentsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {
    page: departmentsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }
  }
`);
const GRIDS = graphql(`
  query AdminGridsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {
    page: gridsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }
  }
`);
const CASES = graphql(`
  query AdminCasesAudit($filter: AuditFilterInput, $after: String, $first: Int!) {
    page: casesAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }
  }
`);
const EVALUATIONS = graphql(`
  query AdminEvaluationsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {
    page: evaluationsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }
  }
`);
graphql(`
  fragment AuditEntry on AuditRecord {
    id at operation outcome errorCode actorKind actorSubject clientId targetType targetId isChained
  }
`);

type Search = TypedDocumentNode<AdminIdentityAuditQuery, AdminIdentityAuditQueryVariables>;

/** The five answer in one shape under one name. */
export const AUDIT_OF: Readonly<Record<Service, Search>> = {
  identity: IDENTITY,
  departments: DEPARTMENTS as DocumentNode as Search,
  grids: GRIDS as DocumentNode as Search,
  cases: CASES as DocumentNode as Search,
  evaluations: EVALUATIONS as DocumentNode as Search,
};

export const CASE_AUDIT = graphql(`
  query AdminCaseAudit($number: ID!, $filter: AuditFilterInput, $after: String, $first: Int!) {
    caseAudit(number: $number, filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }
  }
`);
export const NAME_OF_PERSON = graphql(`query AdminNameOfPerson($id: ID!) { person(id: $id) { id name } }`);
export const NAMES_OF_CLIENTS = graphql(`query AdminNamesOfClients { clients { subject name } }`);
