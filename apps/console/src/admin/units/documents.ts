import { graphql } from '../generated/index.js';

export const UNITS = graphql(`
  query AdminUnits($filter: UnitFilter!, $first: Int!, $after: ID) {
    units(filter: $filter, first: $first, after: $after) {
      code name kind areaCode closedOn closedReason version takesTasks
      area { name } parent { code } domains { code name }
    }
  }
`);
export const DOMAINS = graphql(`query AdminDomains { domains { code name } }`);
export const CREATE = graphql(`mutation AdminCreateUnit($input: CreateUnitInput!) { createUnit(input: $input) { code } }`);
export const CHANGE = graphql(`mutation AdminChangeUnit($input: ChangeUnitInput!) { changeUnit(input: $input) { code } }`);
export const CLOSE = graphql(`mutation AdminCloseUnit($input: CloseUnitInput!) { closeUnit(input: $input) { code } }`);
