import { graphql } from '../generated/index.js';

export const BELOW = graphql(`
  query AdminCategories($parent: ID, $county: ID) {
    categories(parent: $parent, county: $county) { code level name countyCode closedOn domain { code name } children { code } }
  }
`);
export const FIND_CATEGORIES = graphql(`
  query AdminFindCategories($filter: CategoryFilter!, $first: Int!, $after: ID) {
    categoryList(filter: $filter, first: $first, after: $after) { code level name countyCode closedOn domain { code name } parent { name parent { name } } }
  }
`);
export const DOMAINS = graphql(`query AdminCatalogueDomains { domains { code name } }`);
export const POWERS = graphql(`
  query AdminPowers($filter: PowerFilter!, $first: Int!, $after: ID) {
    powers(filter: $filter, first: $first, after: $after) { id code name legalGround level closedOn domain { code name } leadUnit { code name } }
  }
`);
export const PREVIEW_CATEGORIES = graphql(`
  query AdminPreviewCategories($input: CatalogueFileInput!) {
    report: previewCategories(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }
  }
`);
export const PREVIEW_POWERS = graphql(`
  query AdminPreviewPowers($input: CatalogueFileInput!) {
    report: previewPowers(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }
  }
`);
export const IMPORT_CATEGORIES = graphql(`
  mutation AdminImportCategories($input: CatalogueFileInput!) {
    report: importCategories(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }
  }
`);
export const IMPORT_POWERS = graphql(`
  mutation AdminImportPowers($input: CatalogueFileInput!) {
    report: importPowers(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }
  }
`);
export const IMPORTS = graphql(`
  query AdminCatalogueImports($county: ID!, $kind: CatalogueKind!, $first: Int!, $after: Int) {
    catalogueImports(countyCode: $county, kind: $kind, first: $first, after: $after) { id version fileName added changed closed refused importedAt }
  }
`);
export const RULES = graphql(`
  query AdminRoutingRules($filter: RoutingFilter!, $first: Int!, $after: ID) {
    routingRules(filter: $filter, first: $first, after: $after) {
      id areaCode powerCode validFrom validUntil reason endedReason unit { code name } category { code name }
    }
  }
`);
export const SET_RULE = graphql(`mutation AdminSetRoutingRule($input: SetRoutingRuleInput!) { setRoutingRule(input: $input) { id } }`);
export const END_RULE = graphql(`mutation AdminEndRoutingRule($input: EndRoutingRuleInput!) { endRoutingRule(input: $input) { id } }`);
