/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query AdminPlaces {\n    myPositions { role area { code name level ancestors { code name level } children { code name level } } }\n  }\n": typeof types.AdminPlacesDocument,
    "\n  query AdminIdentityAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: identityAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n": typeof types.AdminIdentityAuditDocument,
    "\n  query AdminDepartmentsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: departmentsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n": typeof types.AdminDepartmentsAuditDocument,
    "\n  query AdminGridsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: gridsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n": typeof types.AdminGridsAuditDocument,
    "\n  query AdminCasesAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: casesAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n": typeof types.AdminCasesAuditDocument,
    "\n  query AdminEvaluationsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: evaluationsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n": typeof types.AdminEvaluationsAuditDocument,
    "\n  fragment AuditEntry on AuditRecord {\n    id at operation outcome errorCode actorKind actorSubject clientId targetType targetId isChained\n  }\n": typeof types.AuditEntryFragmentDoc,
    "\n  query AdminCaseAudit($number: ID!, $filter: AuditFilterInput, $after: String, $first: Int!) {\n    caseAudit(number: $number, filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n": typeof types.AdminCaseAuditDocument,
    "query AdminNameOfPerson($id: ID!) { person(id: $id) { id name } }": typeof types.AdminNameOfPersonDocument,
    "query AdminNamesOfClients { clients { subject name } }": typeof types.AdminNamesOfClientsDocument,
    "\n  query AdminCalendar($county: String!) {\n    workingCalendar(countyCode: $county) {\n      version years weekdays periods { from until }\n      days { date kind periods { from until } }\n      sources { countyCode unitCode version source loadedAt }\n    }\n  }\n": typeof types.AdminCalendarDocument,
    "\n  query AdminCalendarPreview($input: LoadCalendarInput!, $after: ID, $first: Int!) {\n    previewWorkingCalendar(input: $input, after: $after, first: $first) {\n      moved casesTold\n      deadlines { id caseNumber clock dueAt newDueAt wasProvisional isProvisional }\n    }\n  }\n": typeof types.AdminCalendarPreviewDocument,
    "\n  mutation AdminLoadCalendar($input: LoadCalendarInput!, $confirmMoved: Int!) {\n    loadWorkingCalendar(input: $input, confirmMoved: $confirmMoved) { version }\n  }\n": typeof types.AdminLoadCalendarDocument,
    "\n  query AdminCategories($parent: ID, $county: ID) {\n    categories(parent: $parent, county: $county) { code level name countyCode closedOn domain { code name } children { code } }\n  }\n": typeof types.AdminCategoriesDocument,
    "\n  query AdminFindCategories($filter: CategoryFilter!, $first: Int!, $after: ID) {\n    categoryList(filter: $filter, first: $first, after: $after) { code level name countyCode closedOn domain { code name } parent { name parent { name } } }\n  }\n": typeof types.AdminFindCategoriesDocument,
    "query AdminCatalogueDomains { domains { code name } }": typeof types.AdminCatalogueDomainsDocument,
    "\n  query AdminPowers($filter: PowerFilter!, $first: Int!, $after: ID) {\n    powers(filter: $filter, first: $first, after: $after) { id code name legalGround level closedOn domain { code name } leadUnit { code name } }\n  }\n": typeof types.AdminPowersDocument,
    "\n  query AdminPreviewCategories($input: CatalogueFileInput!) {\n    report: previewCategories(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n": typeof types.AdminPreviewCategoriesDocument,
    "\n  query AdminPreviewPowers($input: CatalogueFileInput!) {\n    report: previewPowers(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n": typeof types.AdminPreviewPowersDocument,
    "\n  mutation AdminImportCategories($input: CatalogueFileInput!) {\n    report: importCategories(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n": typeof types.AdminImportCategoriesDocument,
    "\n  mutation AdminImportPowers($input: CatalogueFileInput!) {\n    report: importPowers(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n": typeof types.AdminImportPowersDocument,
    "\n  query AdminCatalogueImports($county: ID!, $kind: CatalogueKind!, $first: Int!, $after: Int) {\n    catalogueImports(countyCode: $county, kind: $kind, first: $first, after: $after) { id version fileName added changed closed refused importedAt }\n  }\n": typeof types.AdminCatalogueImportsDocument,
    "\n  query AdminRoutingRules($filter: RoutingFilter!, $first: Int!, $after: ID) {\n    routingRules(filter: $filter, first: $first, after: $after) {\n      id areaCode powerCode validFrom validUntil reason endedReason unit { code name } category { code name }\n    }\n  }\n": typeof types.AdminRoutingRulesDocument,
    "mutation AdminSetRoutingRule($input: SetRoutingRuleInput!) { setRoutingRule(input: $input) { id } }": typeof types.AdminSetRoutingRuleDocument,
    "mutation AdminEndRoutingRule($input: EndRoutingRuleInput!) { endRoutingRule(input: $input) { id } }": typeof types.AdminEndRoutingRuleDocument,
    "\n  query AdminClients {\n    clients { subject clientId name state categories perDay perMinute keyRotatedAt positions { id area { code name } } }\n  }\n": typeof types.AdminClientsDocument,
    "query AdminTopCategories($county: ID!) { categories(county: $county) { code name } }": typeof types.AdminTopCategoriesDocument,
    "query AdminClientUsage($subject: ID!) { clientUsage(subject: $subject) { day started refused } }": typeof types.AdminClientUsageDocument,
    "mutation AdminCreateClient($input: CreateClientInput!) { createClient(input: $input) { secret previousUntil } }": typeof types.AdminCreateClientDocument,
    "mutation AdminChangeClient($subject: ID!, $input: ChangeClientInput!) { changeClient(subject: $subject, input: $input) { subject } }": typeof types.AdminChangeClientDocument,
    "mutation AdminRotateKey($subject: ID!) { rotateClientKey(subject: $subject) { secret previousUntil } }": typeof types.AdminRotateKeyDocument,
    "mutation AdminDisableClient($subject: ID!) { disableClient(subject: $subject) { subject } }": typeof types.AdminDisableClientDocument,
    "mutation AdminEnableClient($subject: ID!) { enableClient(subject: $subject) { subject } }": typeof types.AdminEnableClientDocument,
    "\n  query AdminPeople($filter: PeopleFilter!, $first: Int!, $after: String) {\n    people(filter: $filter, first: $first, after: $after) {\n      nodes { id name username state positions { id role area { name } unit { name } } }\n      endCursor hasNextPage\n    }\n  }\n": typeof types.AdminPeopleDocument,
    "\n  query AdminPerson($id: ID!) {\n    person(id: $id) {\n      id name username phone state suspendedAt suspendedReason\n      absences { id from to reason }\n      deputies { id from to deputy { id name } }\n      positions(current: false) { id role areaCode unitCode readOnly validFrom validTo area { name } unit { name } }\n    }\n  }\n": typeof types.AdminPersonDocument,
    "mutation AdminCreatePerson($input: CreatePersonInput!) { createPerson(input: $input) { id } }": typeof types.AdminCreatePersonDocument,
    "mutation AdminChangePerson($id: ID!, $input: ChangePersonInput!) { changePerson(id: $id, input: $input) { id } }": typeof types.AdminChangePersonDocument,
    "mutation AdminSuspendPerson($id: ID!, $reason: String!) { suspendPerson(id: $id, reason: $reason) { id } }": typeof types.AdminSuspendPersonDocument,
    "mutation AdminResumePerson($id: ID!) { resumePerson(id: $id) { id } }": typeof types.AdminResumePersonDocument,
    "mutation AdminIssuePassword($id: ID!) { issuePassword(id: $id) }": typeof types.AdminIssuePasswordDocument,
    "mutation AdminAppoint($input: AppointPositionInput!) { appointPosition(input: $input) { id } }": typeof types.AdminAppointDocument,
    "mutation AdminEndPosition($id: ID!, $at: DateTime) { endPosition(id: $id, at: $at) { id } }": typeof types.AdminEndPositionDocument,
    "mutation AdminMovePosition($id: ID!, $input: MovePositionInput!) { movePosition(id: $id, input: $input) { id } }": typeof types.AdminMovePositionDocument,
    "mutation AdminRecordAbsence($input: RecordAbsenceInput!) { recordAbsence(input: $input) { id } }": typeof types.AdminRecordAbsenceDocument,
    "mutation AdminEndAbsence($id: ID!) { endAbsence(id: $id) { id } }": typeof types.AdminEndAbsenceDocument,
    "mutation AdminNameDeputy($input: NameDeputyInput!) { nameDeputy(input: $input) { id } }": typeof types.AdminNameDeputyDocument,
    "mutation AdminEndDeputy($id: ID!) { endDeputy(id: $id) { id } }": typeof types.AdminEndDeputyDocument,
    "\n  query AdminPolicies($county: String!) {\n    policies(countyCode: $county) { countyCode version state rules inForceFrom draftedAt publishedAt note problems { field expected } }\n  }\n": typeof types.AdminPoliciesDocument,
    "\n  query AdminCheckPolicy($rules: JSON!) { checkPolicy(rules: $rules) { problems { field expected } } }\n": typeof types.AdminCheckPolicyDocument,
    "\n  mutation AdminDraftPolicy($input: DraftPolicyInput!) { draftPolicy(input: $input) { version problems { field expected } } }\n": typeof types.AdminDraftPolicyDocument,
    "\n  mutation AdminPublishPolicy($county: String!, $version: Int!, $from: DateTime) {\n    publishPolicy(countyCode: $county, version: $version, inForceFrom: $from) { version inForceFrom }\n  }\n": typeof types.AdminPublishPolicyDocument,
    "\n  mutation AdminWithdrawPolicy($county: String!, $version: Int!) { withdrawPolicyDraft(countyCode: $county, version: $version) { version } }\n": typeof types.AdminWithdrawPolicyDocument,
    "\n  query AdminReplayPolicy($county: String!, $version: Int!, $from: DateTime, $to: DateTime) {\n    replayPolicy(countyCode: $county, version: $version, from: $from, to: $to, first: 100) {\n      version comparedWith from to cases isTruncated otherPath otherDeadline sooner later\n      byPath { path before draft }\n      differences { caseNumber before { caseClass path lastPath dueAt provisional } draft { caseClass path lastPath dueAt provisional } }\n    }\n  }\n": typeof types.AdminReplayPolicyDocument,
    "\n  query AdminQrPoints($under: ID!, $after: String, $first: Int!, $replaced: Boolean!) {\n    qrPoints(under: $under, after: $after, first: $first, replaced: $replaced) {\n      items { code areaCode label kind households latitude longitude replacedBy area { name } }\n      endCursor\n    }\n  }\n": typeof types.AdminQrPointsDocument,
    "mutation AdminPutQrPoint($input: PutQrPointInput!) { putQrPoint(input: $input) { code } }": typeof types.AdminPutQrPointDocument,
    "mutation AdminGenerateQrPoints($villageCode: ID!) { generateQrPoints(villageCode: $villageCode) }": typeof types.AdminGenerateQrPointsDocument,
    "mutation AdminReplaceQrPoint($code: ID!) { replaceQrPoint(code: $code) { code } }": typeof types.AdminReplaceQrPointDocument,
    "mutation AdminPrintQrSheets($areaCode: ID!, $codes: [ID!]) { printQrSheets(areaCode: $areaCode, codes: $codes) { url points pages } }": typeof types.AdminPrintQrSheetsDocument,
    "\n  query AdminUnits($filter: UnitFilter!, $first: Int!, $after: ID) {\n    units(filter: $filter, first: $first, after: $after) {\n      code name kind areaCode closedOn closedReason version takesTasks\n      area { name } parent { code } domains { code name }\n    }\n  }\n": typeof types.AdminUnitsDocument,
    "query AdminDomains { domains { code name } }": typeof types.AdminDomainsDocument,
    "mutation AdminCreateUnit($input: CreateUnitInput!) { createUnit(input: $input) { code } }": typeof types.AdminCreateUnitDocument,
    "mutation AdminChangeUnit($input: ChangeUnitInput!) { changeUnit(input: $input) { code } }": typeof types.AdminChangeUnitDocument,
    "mutation AdminCloseUnit($input: CloseUnitInput!) { closeUnit(input: $input) { code } }": typeof types.AdminCloseUnitDocument,
};
const documents: Documents = {
    "\n  query AdminPlaces {\n    myPositions { role area { code name level ancestors { code name level } children { code name level } } }\n  }\n": types.AdminPlacesDocument,
    "\n  query AdminIdentityAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: identityAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n": types.AdminIdentityAuditDocument,
    "\n  query AdminDepartmentsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: departmentsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n": types.AdminDepartmentsAuditDocument,
    "\n  query AdminGridsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: gridsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n": types.AdminGridsAuditDocument,
    "\n  query AdminCasesAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: casesAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n": types.AdminCasesAuditDocument,
    "\n  query AdminEvaluationsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: evaluationsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n": types.AdminEvaluationsAuditDocument,
    "\n  fragment AuditEntry on AuditRecord {\n    id at operation outcome errorCode actorKind actorSubject clientId targetType targetId isChained\n  }\n": types.AuditEntryFragmentDoc,
    "\n  query AdminCaseAudit($number: ID!, $filter: AuditFilterInput, $after: String, $first: Int!) {\n    caseAudit(number: $number, filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n": types.AdminCaseAuditDocument,
    "query AdminNameOfPerson($id: ID!) { person(id: $id) { id name } }": types.AdminNameOfPersonDocument,
    "query AdminNamesOfClients { clients { subject name } }": types.AdminNamesOfClientsDocument,
    "\n  query AdminCalendar($county: String!) {\n    workingCalendar(countyCode: $county) {\n      version years weekdays periods { from until }\n      days { date kind periods { from until } }\n      sources { countyCode unitCode version source loadedAt }\n    }\n  }\n": types.AdminCalendarDocument,
    "\n  query AdminCalendarPreview($input: LoadCalendarInput!, $after: ID, $first: Int!) {\n    previewWorkingCalendar(input: $input, after: $after, first: $first) {\n      moved casesTold\n      deadlines { id caseNumber clock dueAt newDueAt wasProvisional isProvisional }\n    }\n  }\n": types.AdminCalendarPreviewDocument,
    "\n  mutation AdminLoadCalendar($input: LoadCalendarInput!, $confirmMoved: Int!) {\n    loadWorkingCalendar(input: $input, confirmMoved: $confirmMoved) { version }\n  }\n": types.AdminLoadCalendarDocument,
    "\n  query AdminCategories($parent: ID, $county: ID) {\n    categories(parent: $parent, county: $county) { code level name countyCode closedOn domain { code name } children { code } }\n  }\n": types.AdminCategoriesDocument,
    "\n  query AdminFindCategories($filter: CategoryFilter!, $first: Int!, $after: ID) {\n    categoryList(filter: $filter, first: $first, after: $after) { code level name countyCode closedOn domain { code name } parent { name parent { name } } }\n  }\n": types.AdminFindCategoriesDocument,
    "query AdminCatalogueDomains { domains { code name } }": types.AdminCatalogueDomainsDocument,
    "\n  query AdminPowers($filter: PowerFilter!, $first: Int!, $after: ID) {\n    powers(filter: $filter, first: $first, after: $after) { id code name legalGround level closedOn domain { code name } leadUnit { code name } }\n  }\n": types.AdminPowersDocument,
    "\n  query AdminPreviewCategories($input: CatalogueFileInput!) {\n    report: previewCategories(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n": types.AdminPreviewCategoriesDocument,
    "\n  query AdminPreviewPowers($input: CatalogueFileInput!) {\n    report: previewPowers(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n": types.AdminPreviewPowersDocument,
    "\n  mutation AdminImportCategories($input: CatalogueFileInput!) {\n    report: importCategories(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n": types.AdminImportCategoriesDocument,
    "\n  mutation AdminImportPowers($input: CatalogueFileInput!) {\n    report: importPowers(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n": types.AdminImportPowersDocument,
    "\n  query AdminCatalogueImports($county: ID!, $kind: CatalogueKind!, $first: Int!, $after: Int) {\n    catalogueImports(countyCode: $county, kind: $kind, first: $first, after: $after) { id version fileName added changed closed refused importedAt }\n  }\n": types.AdminCatalogueImportsDocument,
    "\n  query AdminRoutingRules($filter: RoutingFilter!, $first: Int!, $after: ID) {\n    routingRules(filter: $filter, first: $first, after: $after) {\n      id areaCode powerCode validFrom validUntil reason endedReason unit { code name } category { code name }\n    }\n  }\n": types.AdminRoutingRulesDocument,
    "mutation AdminSetRoutingRule($input: SetRoutingRuleInput!) { setRoutingRule(input: $input) { id } }": types.AdminSetRoutingRuleDocument,
    "mutation AdminEndRoutingRule($input: EndRoutingRuleInput!) { endRoutingRule(input: $input) { id } }": types.AdminEndRoutingRuleDocument,
    "\n  query AdminClients {\n    clients { subject clientId name state categories perDay perMinute keyRotatedAt positions { id area { code name } } }\n  }\n": types.AdminClientsDocument,
    "query AdminTopCategories($county: ID!) { categories(county: $county) { code name } }": types.AdminTopCategoriesDocument,
    "query AdminClientUsage($subject: ID!) { clientUsage(subject: $subject) { day started refused } }": types.AdminClientUsageDocument,
    "mutation AdminCreateClient($input: CreateClientInput!) { createClient(input: $input) { secret previousUntil } }": types.AdminCreateClientDocument,
    "mutation AdminChangeClient($subject: ID!, $input: ChangeClientInput!) { changeClient(subject: $subject, input: $input) { subject } }": types.AdminChangeClientDocument,
    "mutation AdminRotateKey($subject: ID!) { rotateClientKey(subject: $subject) { secret previousUntil } }": types.AdminRotateKeyDocument,
    "mutation AdminDisableClient($subject: ID!) { disableClient(subject: $subject) { subject } }": types.AdminDisableClientDocument,
    "mutation AdminEnableClient($subject: ID!) { enableClient(subject: $subject) { subject } }": types.AdminEnableClientDocument,
    "\n  query AdminPeople($filter: PeopleFilter!, $first: Int!, $after: String) {\n    people(filter: $filter, first: $first, after: $after) {\n      nodes { id name username state positions { id role area { name } unit { name } } }\n      endCursor hasNextPage\n    }\n  }\n": types.AdminPeopleDocument,
    "\n  query AdminPerson($id: ID!) {\n    person(id: $id) {\n      id name username phone state suspendedAt suspendedReason\n      absences { id from to reason }\n      deputies { id from to deputy { id name } }\n      positions(current: false) { id role areaCode unitCode readOnly validFrom validTo area { name } unit { name } }\n    }\n  }\n": types.AdminPersonDocument,
    "mutation AdminCreatePerson($input: CreatePersonInput!) { createPerson(input: $input) { id } }": types.AdminCreatePersonDocument,
    "mutation AdminChangePerson($id: ID!, $input: ChangePersonInput!) { changePerson(id: $id, input: $input) { id } }": types.AdminChangePersonDocument,
    "mutation AdminSuspendPerson($id: ID!, $reason: String!) { suspendPerson(id: $id, reason: $reason) { id } }": types.AdminSuspendPersonDocument,
    "mutation AdminResumePerson($id: ID!) { resumePerson(id: $id) { id } }": types.AdminResumePersonDocument,
    "mutation AdminIssuePassword($id: ID!) { issuePassword(id: $id) }": types.AdminIssuePasswordDocument,
    "mutation AdminAppoint($input: AppointPositionInput!) { appointPosition(input: $input) { id } }": types.AdminAppointDocument,
    "mutation AdminEndPosition($id: ID!, $at: DateTime) { endPosition(id: $id, at: $at) { id } }": types.AdminEndPositionDocument,
    "mutation AdminMovePosition($id: ID!, $input: MovePositionInput!) { movePosition(id: $id, input: $input) { id } }": types.AdminMovePositionDocument,
    "mutation AdminRecordAbsence($input: RecordAbsenceInput!) { recordAbsence(input: $input) { id } }": types.AdminRecordAbsenceDocument,
    "mutation AdminEndAbsence($id: ID!) { endAbsence(id: $id) { id } }": types.AdminEndAbsenceDocument,
    "mutation AdminNameDeputy($input: NameDeputyInput!) { nameDeputy(input: $input) { id } }": types.AdminNameDeputyDocument,
    "mutation AdminEndDeputy($id: ID!) { endDeputy(id: $id) { id } }": types.AdminEndDeputyDocument,
    "\n  query AdminPolicies($county: String!) {\n    policies(countyCode: $county) { countyCode version state rules inForceFrom draftedAt publishedAt note problems { field expected } }\n  }\n": types.AdminPoliciesDocument,
    "\n  query AdminCheckPolicy($rules: JSON!) { checkPolicy(rules: $rules) { problems { field expected } } }\n": types.AdminCheckPolicyDocument,
    "\n  mutation AdminDraftPolicy($input: DraftPolicyInput!) { draftPolicy(input: $input) { version problems { field expected } } }\n": types.AdminDraftPolicyDocument,
    "\n  mutation AdminPublishPolicy($county: String!, $version: Int!, $from: DateTime) {\n    publishPolicy(countyCode: $county, version: $version, inForceFrom: $from) { version inForceFrom }\n  }\n": types.AdminPublishPolicyDocument,
    "\n  mutation AdminWithdrawPolicy($county: String!, $version: Int!) { withdrawPolicyDraft(countyCode: $county, version: $version) { version } }\n": types.AdminWithdrawPolicyDocument,
    "\n  query AdminReplayPolicy($county: String!, $version: Int!, $from: DateTime, $to: DateTime) {\n    replayPolicy(countyCode: $county, version: $version, from: $from, to: $to, first: 100) {\n      version comparedWith from to cases isTruncated otherPath otherDeadline sooner later\n      byPath { path before draft }\n      differences { caseNumber before { caseClass path lastPath dueAt provisional } draft { caseClass path lastPath dueAt provisional } }\n    }\n  }\n": types.AdminReplayPolicyDocument,
    "\n  query AdminQrPoints($under: ID!, $after: String, $first: Int!, $replaced: Boolean!) {\n    qrPoints(under: $under, after: $after, first: $first, replaced: $replaced) {\n      items { code areaCode label kind households latitude longitude replacedBy area { name } }\n      endCursor\n    }\n  }\n": types.AdminQrPointsDocument,
    "mutation AdminPutQrPoint($input: PutQrPointInput!) { putQrPoint(input: $input) { code } }": types.AdminPutQrPointDocument,
    "mutation AdminGenerateQrPoints($villageCode: ID!) { generateQrPoints(villageCode: $villageCode) }": types.AdminGenerateQrPointsDocument,
    "mutation AdminReplaceQrPoint($code: ID!) { replaceQrPoint(code: $code) { code } }": types.AdminReplaceQrPointDocument,
    "mutation AdminPrintQrSheets($areaCode: ID!, $codes: [ID!]) { printQrSheets(areaCode: $areaCode, codes: $codes) { url points pages } }": types.AdminPrintQrSheetsDocument,
    "\n  query AdminUnits($filter: UnitFilter!, $first: Int!, $after: ID) {\n    units(filter: $filter, first: $first, after: $after) {\n      code name kind areaCode closedOn closedReason version takesTasks\n      area { name } parent { code } domains { code name }\n    }\n  }\n": types.AdminUnitsDocument,
    "query AdminDomains { domains { code name } }": types.AdminDomainsDocument,
    "mutation AdminCreateUnit($input: CreateUnitInput!) { createUnit(input: $input) { code } }": types.AdminCreateUnitDocument,
    "mutation AdminChangeUnit($input: ChangeUnitInput!) { changeUnit(input: $input) { code } }": types.AdminChangeUnitDocument,
    "mutation AdminCloseUnit($input: CloseUnitInput!) { closeUnit(input: $input) { code } }": types.AdminCloseUnitDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminPlaces {\n    myPositions { role area { code name level ancestors { code name level } children { code name level } } }\n  }\n"): (typeof documents)["\n  query AdminPlaces {\n    myPositions { role area { code name level ancestors { code name level } children { code name level } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminIdentityAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: identityAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n"): (typeof documents)["\n  query AdminIdentityAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: identityAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminDepartmentsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: departmentsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n"): (typeof documents)["\n  query AdminDepartmentsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: departmentsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminGridsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: gridsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n"): (typeof documents)["\n  query AdminGridsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: gridsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminCasesAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: casesAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n"): (typeof documents)["\n  query AdminCasesAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: casesAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminEvaluationsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: evaluationsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n"): (typeof documents)["\n  query AdminEvaluationsAudit($filter: AuditFilterInput, $after: String, $first: Int!) {\n    page: evaluationsAudit(filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuditEntry on AuditRecord {\n    id at operation outcome errorCode actorKind actorSubject clientId targetType targetId isChained\n  }\n"): (typeof documents)["\n  fragment AuditEntry on AuditRecord {\n    id at operation outcome errorCode actorKind actorSubject clientId targetType targetId isChained\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminCaseAudit($number: ID!, $filter: AuditFilterInput, $after: String, $first: Int!) {\n    caseAudit(number: $number, filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n"): (typeof documents)["\n  query AdminCaseAudit($number: ID!, $filter: AuditFilterInput, $after: String, $first: Int!) {\n    caseAudit(number: $number, filter: $filter, after: $after, first: $first) { items { ...AuditEntry } endCursor }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AdminNameOfPerson($id: ID!) { person(id: $id) { id name } }"): (typeof documents)["query AdminNameOfPerson($id: ID!) { person(id: $id) { id name } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AdminNamesOfClients { clients { subject name } }"): (typeof documents)["query AdminNamesOfClients { clients { subject name } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminCalendar($county: String!) {\n    workingCalendar(countyCode: $county) {\n      version years weekdays periods { from until }\n      days { date kind periods { from until } }\n      sources { countyCode unitCode version source loadedAt }\n    }\n  }\n"): (typeof documents)["\n  query AdminCalendar($county: String!) {\n    workingCalendar(countyCode: $county) {\n      version years weekdays periods { from until }\n      days { date kind periods { from until } }\n      sources { countyCode unitCode version source loadedAt }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminCalendarPreview($input: LoadCalendarInput!, $after: ID, $first: Int!) {\n    previewWorkingCalendar(input: $input, after: $after, first: $first) {\n      moved casesTold\n      deadlines { id caseNumber clock dueAt newDueAt wasProvisional isProvisional }\n    }\n  }\n"): (typeof documents)["\n  query AdminCalendarPreview($input: LoadCalendarInput!, $after: ID, $first: Int!) {\n    previewWorkingCalendar(input: $input, after: $after, first: $first) {\n      moved casesTold\n      deadlines { id caseNumber clock dueAt newDueAt wasProvisional isProvisional }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AdminLoadCalendar($input: LoadCalendarInput!, $confirmMoved: Int!) {\n    loadWorkingCalendar(input: $input, confirmMoved: $confirmMoved) { version }\n  }\n"): (typeof documents)["\n  mutation AdminLoadCalendar($input: LoadCalendarInput!, $confirmMoved: Int!) {\n    loadWorkingCalendar(input: $input, confirmMoved: $confirmMoved) { version }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminCategories($parent: ID, $county: ID) {\n    categories(parent: $parent, county: $county) { code level name countyCode closedOn domain { code name } children { code } }\n  }\n"): (typeof documents)["\n  query AdminCategories($parent: ID, $county: ID) {\n    categories(parent: $parent, county: $county) { code level name countyCode closedOn domain { code name } children { code } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminFindCategories($filter: CategoryFilter!, $first: Int!, $after: ID) {\n    categoryList(filter: $filter, first: $first, after: $after) { code level name countyCode closedOn domain { code name } parent { name parent { name } } }\n  }\n"): (typeof documents)["\n  query AdminFindCategories($filter: CategoryFilter!, $first: Int!, $after: ID) {\n    categoryList(filter: $filter, first: $first, after: $after) { code level name countyCode closedOn domain { code name } parent { name parent { name } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AdminCatalogueDomains { domains { code name } }"): (typeof documents)["query AdminCatalogueDomains { domains { code name } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminPowers($filter: PowerFilter!, $first: Int!, $after: ID) {\n    powers(filter: $filter, first: $first, after: $after) { id code name legalGround level closedOn domain { code name } leadUnit { code name } }\n  }\n"): (typeof documents)["\n  query AdminPowers($filter: PowerFilter!, $first: Int!, $after: ID) {\n    powers(filter: $filter, first: $first, after: $after) { id code name legalGround level closedOn domain { code name } leadUnit { code name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminPreviewCategories($input: CatalogueFileInput!) {\n    report: previewCategories(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n"): (typeof documents)["\n  query AdminPreviewCategories($input: CatalogueFileInput!) {\n    report: previewCategories(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminPreviewPowers($input: CatalogueFileInput!) {\n    report: previewPowers(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n"): (typeof documents)["\n  query AdminPreviewPowers($input: CatalogueFileInput!) {\n    report: previewPowers(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AdminImportCategories($input: CatalogueFileInput!) {\n    report: importCategories(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n"): (typeof documents)["\n  mutation AdminImportCategories($input: CatalogueFileInput!) {\n    report: importCategories(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AdminImportPowers($input: CatalogueFileInput!) {\n    report: importPowers(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n"): (typeof documents)["\n  mutation AdminImportPowers($input: CatalogueFileInput!) {\n    report: importPowers(input: $input) { version rows added changed closed unchanged refused problems { line column heading message } changes { kind code name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminCatalogueImports($county: ID!, $kind: CatalogueKind!, $first: Int!, $after: Int) {\n    catalogueImports(countyCode: $county, kind: $kind, first: $first, after: $after) { id version fileName added changed closed refused importedAt }\n  }\n"): (typeof documents)["\n  query AdminCatalogueImports($county: ID!, $kind: CatalogueKind!, $first: Int!, $after: Int) {\n    catalogueImports(countyCode: $county, kind: $kind, first: $first, after: $after) { id version fileName added changed closed refused importedAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminRoutingRules($filter: RoutingFilter!, $first: Int!, $after: ID) {\n    routingRules(filter: $filter, first: $first, after: $after) {\n      id areaCode powerCode validFrom validUntil reason endedReason unit { code name } category { code name }\n    }\n  }\n"): (typeof documents)["\n  query AdminRoutingRules($filter: RoutingFilter!, $first: Int!, $after: ID) {\n    routingRules(filter: $filter, first: $first, after: $after) {\n      id areaCode powerCode validFrom validUntil reason endedReason unit { code name } category { code name }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminSetRoutingRule($input: SetRoutingRuleInput!) { setRoutingRule(input: $input) { id } }"): (typeof documents)["mutation AdminSetRoutingRule($input: SetRoutingRuleInput!) { setRoutingRule(input: $input) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminEndRoutingRule($input: EndRoutingRuleInput!) { endRoutingRule(input: $input) { id } }"): (typeof documents)["mutation AdminEndRoutingRule($input: EndRoutingRuleInput!) { endRoutingRule(input: $input) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminClients {\n    clients { subject clientId name state categories perDay perMinute keyRotatedAt positions { id area { code name } } }\n  }\n"): (typeof documents)["\n  query AdminClients {\n    clients { subject clientId name state categories perDay perMinute keyRotatedAt positions { id area { code name } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AdminTopCategories($county: ID!) { categories(county: $county) { code name } }"): (typeof documents)["query AdminTopCategories($county: ID!) { categories(county: $county) { code name } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AdminClientUsage($subject: ID!) { clientUsage(subject: $subject) { day started refused } }"): (typeof documents)["query AdminClientUsage($subject: ID!) { clientUsage(subject: $subject) { day started refused } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminCreateClient($input: CreateClientInput!) { createClient(input: $input) { secret previousUntil } }"): (typeof documents)["mutation AdminCreateClient($input: CreateClientInput!) { createClient(input: $input) { secret previousUntil } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminChangeClient($subject: ID!, $input: ChangeClientInput!) { changeClient(subject: $subject, input: $input) { subject } }"): (typeof documents)["mutation AdminChangeClient($subject: ID!, $input: ChangeClientInput!) { changeClient(subject: $subject, input: $input) { subject } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminRotateKey($subject: ID!) { rotateClientKey(subject: $subject) { secret previousUntil } }"): (typeof documents)["mutation AdminRotateKey($subject: ID!) { rotateClientKey(subject: $subject) { secret previousUntil } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminDisableClient($subject: ID!) { disableClient(subject: $subject) { subject } }"): (typeof documents)["mutation AdminDisableClient($subject: ID!) { disableClient(subject: $subject) { subject } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminEnableClient($subject: ID!) { enableClient(subject: $subject) { subject } }"): (typeof documents)["mutation AdminEnableClient($subject: ID!) { enableClient(subject: $subject) { subject } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminPeople($filter: PeopleFilter!, $first: Int!, $after: String) {\n    people(filter: $filter, first: $first, after: $after) {\n      nodes { id name username state positions { id role area { name } unit { name } } }\n      endCursor hasNextPage\n    }\n  }\n"): (typeof documents)["\n  query AdminPeople($filter: PeopleFilter!, $first: Int!, $after: String) {\n    people(filter: $filter, first: $first, after: $after) {\n      nodes { id name username state positions { id role area { name } unit { name } } }\n      endCursor hasNextPage\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminPerson($id: ID!) {\n    person(id: $id) {\n      id name username phone state suspendedAt suspendedReason\n      absences { id from to reason }\n      deputies { id from to deputy { id name } }\n      positions(current: false) { id role areaCode unitCode readOnly validFrom validTo area { name } unit { name } }\n    }\n  }\n"): (typeof documents)["\n  query AdminPerson($id: ID!) {\n    person(id: $id) {\n      id name username phone state suspendedAt suspendedReason\n      absences { id from to reason }\n      deputies { id from to deputy { id name } }\n      positions(current: false) { id role areaCode unitCode readOnly validFrom validTo area { name } unit { name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminCreatePerson($input: CreatePersonInput!) { createPerson(input: $input) { id } }"): (typeof documents)["mutation AdminCreatePerson($input: CreatePersonInput!) { createPerson(input: $input) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminChangePerson($id: ID!, $input: ChangePersonInput!) { changePerson(id: $id, input: $input) { id } }"): (typeof documents)["mutation AdminChangePerson($id: ID!, $input: ChangePersonInput!) { changePerson(id: $id, input: $input) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminSuspendPerson($id: ID!, $reason: String!) { suspendPerson(id: $id, reason: $reason) { id } }"): (typeof documents)["mutation AdminSuspendPerson($id: ID!, $reason: String!) { suspendPerson(id: $id, reason: $reason) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminResumePerson($id: ID!) { resumePerson(id: $id) { id } }"): (typeof documents)["mutation AdminResumePerson($id: ID!) { resumePerson(id: $id) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminIssuePassword($id: ID!) { issuePassword(id: $id) }"): (typeof documents)["mutation AdminIssuePassword($id: ID!) { issuePassword(id: $id) }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminAppoint($input: AppointPositionInput!) { appointPosition(input: $input) { id } }"): (typeof documents)["mutation AdminAppoint($input: AppointPositionInput!) { appointPosition(input: $input) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminEndPosition($id: ID!, $at: DateTime) { endPosition(id: $id, at: $at) { id } }"): (typeof documents)["mutation AdminEndPosition($id: ID!, $at: DateTime) { endPosition(id: $id, at: $at) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminMovePosition($id: ID!, $input: MovePositionInput!) { movePosition(id: $id, input: $input) { id } }"): (typeof documents)["mutation AdminMovePosition($id: ID!, $input: MovePositionInput!) { movePosition(id: $id, input: $input) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminRecordAbsence($input: RecordAbsenceInput!) { recordAbsence(input: $input) { id } }"): (typeof documents)["mutation AdminRecordAbsence($input: RecordAbsenceInput!) { recordAbsence(input: $input) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminEndAbsence($id: ID!) { endAbsence(id: $id) { id } }"): (typeof documents)["mutation AdminEndAbsence($id: ID!) { endAbsence(id: $id) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminNameDeputy($input: NameDeputyInput!) { nameDeputy(input: $input) { id } }"): (typeof documents)["mutation AdminNameDeputy($input: NameDeputyInput!) { nameDeputy(input: $input) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminEndDeputy($id: ID!) { endDeputy(id: $id) { id } }"): (typeof documents)["mutation AdminEndDeputy($id: ID!) { endDeputy(id: $id) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminPolicies($county: String!) {\n    policies(countyCode: $county) { countyCode version state rules inForceFrom draftedAt publishedAt note problems { field expected } }\n  }\n"): (typeof documents)["\n  query AdminPolicies($county: String!) {\n    policies(countyCode: $county) { countyCode version state rules inForceFrom draftedAt publishedAt note problems { field expected } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminCheckPolicy($rules: JSON!) { checkPolicy(rules: $rules) { problems { field expected } } }\n"): (typeof documents)["\n  query AdminCheckPolicy($rules: JSON!) { checkPolicy(rules: $rules) { problems { field expected } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AdminDraftPolicy($input: DraftPolicyInput!) { draftPolicy(input: $input) { version problems { field expected } } }\n"): (typeof documents)["\n  mutation AdminDraftPolicy($input: DraftPolicyInput!) { draftPolicy(input: $input) { version problems { field expected } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AdminPublishPolicy($county: String!, $version: Int!, $from: DateTime) {\n    publishPolicy(countyCode: $county, version: $version, inForceFrom: $from) { version inForceFrom }\n  }\n"): (typeof documents)["\n  mutation AdminPublishPolicy($county: String!, $version: Int!, $from: DateTime) {\n    publishPolicy(countyCode: $county, version: $version, inForceFrom: $from) { version inForceFrom }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AdminWithdrawPolicy($county: String!, $version: Int!) { withdrawPolicyDraft(countyCode: $county, version: $version) { version } }\n"): (typeof documents)["\n  mutation AdminWithdrawPolicy($county: String!, $version: Int!) { withdrawPolicyDraft(countyCode: $county, version: $version) { version } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminReplayPolicy($county: String!, $version: Int!, $from: DateTime, $to: DateTime) {\n    replayPolicy(countyCode: $county, version: $version, from: $from, to: $to, first: 100) {\n      version comparedWith from to cases isTruncated otherPath otherDeadline sooner later\n      byPath { path before draft }\n      differences { caseNumber before { caseClass path lastPath dueAt provisional } draft { caseClass path lastPath dueAt provisional } }\n    }\n  }\n"): (typeof documents)["\n  query AdminReplayPolicy($county: String!, $version: Int!, $from: DateTime, $to: DateTime) {\n    replayPolicy(countyCode: $county, version: $version, from: $from, to: $to, first: 100) {\n      version comparedWith from to cases isTruncated otherPath otherDeadline sooner later\n      byPath { path before draft }\n      differences { caseNumber before { caseClass path lastPath dueAt provisional } draft { caseClass path lastPath dueAt provisional } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminQrPoints($under: ID!, $after: String, $first: Int!, $replaced: Boolean!) {\n    qrPoints(under: $under, after: $after, first: $first, replaced: $replaced) {\n      items { code areaCode label kind households latitude longitude replacedBy area { name } }\n      endCursor\n    }\n  }\n"): (typeof documents)["\n  query AdminQrPoints($under: ID!, $after: String, $first: Int!, $replaced: Boolean!) {\n    qrPoints(under: $under, after: $after, first: $first, replaced: $replaced) {\n      items { code areaCode label kind households latitude longitude replacedBy area { name } }\n      endCursor\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminPutQrPoint($input: PutQrPointInput!) { putQrPoint(input: $input) { code } }"): (typeof documents)["mutation AdminPutQrPoint($input: PutQrPointInput!) { putQrPoint(input: $input) { code } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminGenerateQrPoints($villageCode: ID!) { generateQrPoints(villageCode: $villageCode) }"): (typeof documents)["mutation AdminGenerateQrPoints($villageCode: ID!) { generateQrPoints(villageCode: $villageCode) }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminReplaceQrPoint($code: ID!) { replaceQrPoint(code: $code) { code } }"): (typeof documents)["mutation AdminReplaceQrPoint($code: ID!) { replaceQrPoint(code: $code) { code } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminPrintQrSheets($areaCode: ID!, $codes: [ID!]) { printQrSheets(areaCode: $areaCode, codes: $codes) { url points pages } }"): (typeof documents)["mutation AdminPrintQrSheets($areaCode: ID!, $codes: [ID!]) { printQrSheets(areaCode: $areaCode, codes: $codes) { url points pages } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminUnits($filter: UnitFilter!, $first: Int!, $after: ID) {\n    units(filter: $filter, first: $first, after: $after) {\n      code name kind areaCode closedOn closedReason version takesTasks\n      area { name } parent { code } domains { code name }\n    }\n  }\n"): (typeof documents)["\n  query AdminUnits($filter: UnitFilter!, $first: Int!, $after: ID) {\n    units(filter: $filter, first: $first, after: $after) {\n      code name kind areaCode closedOn closedReason version takesTasks\n      area { name } parent { code } domains { code name }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AdminDomains { domains { code name } }"): (typeof documents)["query AdminDomains { domains { code name } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminCreateUnit($input: CreateUnitInput!) { createUnit(input: $input) { code } }"): (typeof documents)["mutation AdminCreateUnit($input: CreateUnitInput!) { createUnit(input: $input) { code } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminChangeUnit($input: ChangeUnitInput!) { changeUnit(input: $input) { code } }"): (typeof documents)["mutation AdminChangeUnit($input: ChangeUnitInput!) { changeUnit(input: $input) { code } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminCloseUnit($input: CloseUnitInput!) { closeUnit(input: $input) { code } }"): (typeof documents)["mutation AdminCloseUnit($input: CloseUnitInput!) { closeUnit(input: $input) { code } }"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;