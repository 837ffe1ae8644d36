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
    "\n  fragment ActionCase on Case {\n    number countyCode areaCode path receivedAt resolutionDueAt actions\n    area { code name }\n    category { code zh }\n    requestLimits { extension { amount unit } pause { amount unit } suspensionDays }\n    tasks { id kind title actions area { code name } }\n    records { kind id data }\n  }\n": typeof types.ActionCaseFragmentDoc,
    "mutation Claim($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }": typeof types.ClaimDocument,
    "mutation Release($input: TaskReferenceInput!) { releaseTask(input: $input) { id version } }": typeof types.ReleaseDocument,
    "mutation Contact($input: RecordContactArguments!) { recordContact(input: $input) { id version } }": typeof types.ContactDocument,
    "mutation Accept($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version } }": typeof types.AcceptDocument,
    "mutation Complete($input: CompleteTaskArguments!) { completeTask(input: $input) { id version } }": typeof types.CompleteDocument,
    "mutation HandUp($input: HandUpArguments!) { handUp(input: $input) { id version } }": typeof types.HandUpDocument,
    "mutation Dispatch($input: DispatchArguments!) { dispatchCase(input: $input) { id version } }": typeof types.DispatchDocument,
    "mutation Return($input: ReturnTaskArguments!) { returnTask(input: $input) { id version } }": typeof types.ReturnDocument,
    "mutation Verify($input: VerifyTaskArguments!) { verifyTask(input: $input) { id version } }": typeof types.VerifyDocument,
    "mutation Decide($input: DecideApprovalArguments!) { decideApproval(input: $input) { id version } }": typeof types.DecideDocument,
    "mutation AnswerOrder($input: CompleteTaskArguments!) { answerOrder(input: $input) { id version } }": typeof types.AnswerOrderDocument,
    "mutation RequestApproval($input: RequestApprovalArguments!) { requestApproval(input: $input) { id version } }": typeof types.RequestApprovalDocument,
    "mutation PlanParts($input: PlanPartsArguments!) { planParts(input: $input) { id version } }": typeof types.PlanPartsDocument,
    "mutation AssignUnits($input: AssignUnitsArguments!) { assignUnits(input: $input) { id version } }": typeof types.AssignUnitsDocument,
    "mutation Delegate($input: DelegateArguments!) { delegateTask(input: $input) { id version } }": typeof types.DelegateDocument,
    "mutation Summon($input: SummonArguments!) { summon(input: $input) { id version } }": typeof types.SummonDocument,
    "mutation RecordMinutes($input: RecordMinutesArguments!) { recordMinutes(input: $input) { id version } }": typeof types.RecordMinutesDocument,
    "mutation RecordMediation($input: RecordMediationArguments!) { recordMediation(input: $input) { id version } }": typeof types.RecordMediationDocument,
    "mutation AnswerReferral($input: AnswerReferralArguments!) { answerReferral(input: $input) { id version } }": typeof types.AnswerReferralDocument,
    "mutation Reassign($input: ReassignTaskArguments!) { reassignTask(input: $input) { number } }": typeof types.ReassignDocument,
    "mutation CancelPart($input: CancelPartArguments!) { cancelPart(input: $input) { number } }": typeof types.CancelPartDocument,
    "mutation RecordAttendance($input: RecordAttendanceArguments!) { recordAttendance(input: $input) { number } }": typeof types.RecordAttendanceDocument,
    "mutation Supervise($input: SuperviseArguments!) { superviseCase(input: $input) { number } }": typeof types.SuperviseDocument,
    "mutation Instruct($input: InstructArguments!) { instruct(input: $input) { number } }": typeof types.InstructDocument,
    "mutation Reclassify($input: ReclassifyArguments!) { reclassifyCase(input: $input) { number } }": typeof types.ReclassifyDocument,
    "mutation Resume($input: CaseReasonArguments!) { resumeCase(input: $input) { number } }": typeof types.ResumeDocument,
    "mutation Merge($input: MergeArguments!) { mergeCase(input: $input) { number } }": typeof types.MergeDocument,
    "mutation Separate($input: CaseReasonArguments!) { separateCase(input: $input) { number } }": typeof types.SeparateDocument,
    "mutation NoteOnCase($input: NoteCaseArguments!) { noteCase(input: $input) { number } }": typeof types.NoteOnCaseDocument,
    "\n  query PositionsOf($id: ID!) { person(id: $id) { id positions { id role areaCode unitCode area { name } unit { name } } } }\n": typeof types.PositionsOfDocument,
    "\n  query PowersToChoose($filter: PowerFilter!) { powers(filter: $filter, first: 50) { id name legalGround leadUnit { code name } } }\n": typeof types.PowersToChooseDocument,
    "\n  query AnswerTemplates($filter: ResponseTemplateFilter!) { responseTemplates(filter: $filter, first: 100) { id name text } }\n": typeof types.AnswerTemplatesDocument,
    "mutation PrepareAttachment($taken: TakenInput) { prepareAttachment(taken: $taken) { id url } }": typeof types.PrepareAttachmentDocument,
    "mutation PreparePatrolPicture($taken: TakenInput) { preparePatrolPicture(taken: $taken) { id url } }": typeof types.PreparePatrolPictureDocument,
    "\n  query CaseAudit($number: ID!, $after: String) {\n    caseAudit(number: $number, after: $after, first: 50) {\n      items { id at operation outcome errorCode actorKind actorSubject clientId targetType targetId isChained }\n      endCursor\n    }\n  }\n": typeof types.CaseAuditDocument,
    "query AuditedPerson($id: ID!) { person(id: $id) { id name } }": typeof types.AuditedPersonDocument,
    "\n  fragment CaseFacts on Case {\n    number title text placeText kind caseClass mode channel receivedAt reportedAt resolutionDueAt masked deadlineExplained sourceReference duplicateOf rating\n    area { code name ancestors { code name level } }\n    category { code zh en }\n    handler { id name }\n    reporter { name phone erased }\n    attachments { id kind mediaType url latitude longitude }\n    timeline { data }\n  }\n": typeof types.CaseFactsFragmentDoc,
    "\n  query CaseByNumber($number: ID!) {\n    case(number: $number) {\n      ...CaseFacts ...CaseTimeline ...CasePath ...CaseClocks ...CaseRecords ...ActionCase\n      mergedInto qrPointCode publicTitle sameHere mayPublish\n      reason { isMachine zh en }\n    }\n    myPositions { id role area { code } }\n  }\n": typeof types.CaseByNumberDocument,
    "\n  fragment CaseClocks on Case {\n    countyCode resolutionDueAt deadlineExplained provisional paused reviewAt\n    ledger { seq kind at entry }\n    marks { key mark clock at area: areaCode tier roles }\n  }\n": typeof types.CaseClocksFragmentDoc,
    "mutation Note($input: NoteCaseArguments!) { noteCase(input: $input) { number } }": typeof types.NoteDocument,
    "\n  fragment CasePath on Case {\n    stage path card closedAt round paused reviewAt\n    timeline { type }\n    urged { times byResident lastAt } cameBack { kind at }\n    tasks { id actions holderSubject kind tier roles title openedAt dueAt workingMinutesLeft holder { id name } area { code name } unit { code name } }\n  }\n": typeof types.CasePathFragmentDoc,
    "\n  query PlaceOfArea($code: ID!) {\n    area(code: $code) { code name level boundary ancestors { code name level } parent { code name level boundary } }\n  }\n": typeof types.PlaceOfAreaDocument,
    "query PlaceOfPoint($code: ID!) { qrPoint(code: $code) { code label latitude longitude } }": typeof types.PlaceOfPointDocument,
    "mutation BeOnCase($number: ID!) { beOnCase(number: $number) { id name } }": typeof types.BeOnCaseDocument,
    "mutation PublishCase($input: PublishCaseArguments!) { publishCase(input: $input) { number } }": typeof types.PublishCaseDocument,
    "mutation UnpublishCase($input: UnpublishCaseArguments!) { unpublishCase(input: $input) { number } }": typeof types.UnpublishCaseDocument,
    "\n  fragment CaseRecords on Case {\n    records { kind id data at actor { id name } }\n    tasks { id kind title openedAt dueAt workingMinutesLeft holder { id name } area { code name } roles unitCode unit { code name } }\n    timeline { type taskId text data actor { id name } }\n    attachments { id mediaType url }\n  }\n": typeof types.CaseRecordsFragmentDoc,
    "\n  mutation Reveal($input: RevealReporterArguments!) { revealReporter(input: $input) { name phone reference erased } }\n": typeof types.RevealDocument,
    "\n  query SameEvent($number: ID!) { cases(filter: { mergedInto: $number }, first: 50) { number title text receivedAt stage } }\n": typeof types.SameEventDocument,
    "query BehindNames($unit: ID!, $category: ID!) { unit(code: $unit) { code name } category(code: $category) { code name } }": typeof types.BehindNamesDocument,
    "\n  query SearchCases($filter: CaseFilterInput!, $after: ID, $first: Int!) {\n    cases(filter: $filter, after: $after, first: $first) {\n      number title text stage path card kind round receivedAt resolutionDueAt resolvedAt closedAt resolutionOverdue paused reviewAt\n      area { code name }\n      handler { id name }\n      requestLimits { extension { amount unit } }\n    }\n  }\n": typeof types.SearchCasesDocument,
    "\n  fragment CaseTimeline on Case {\n    timeline { cursor type at actorKind actorRole text internal data actor { id name } }\n    attachments { id mediaType url }\n  }\n": typeof types.CaseTimelineFragmentDoc,
    "\n  subscription CaseNews($number: ID!, $after: String) { caseEvents(number: $number, after: $after) { cursor } }\n": typeof types.CaseNewsDocument,
    "\n  query CountyCalendar($countyCode: String!) {\n    workingCalendar(countyCode: $countyCode) { version years weekdays periods { from until } days { date kind periods { from until } } }\n  }\n": typeof types.CountyCalendarDocument,
    "\n  subscription ChangedCases { changedCases }\n": typeof types.ChangedCasesDocument,
    "mutation ClaimOfMany($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }": typeof types.ClaimOfManyDocument,
    "mutation ReleaseOfMany($input: TaskReferenceInput!) { releaseTask(input: $input) { id version } }": typeof types.ReleaseOfManyDocument,
    "mutation AcceptOfMany($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version } }": typeof types.AcceptOfManyDocument,
    "mutation UrgeOfMany($input: SuperviseArguments!) { superviseCase(input: $input) { number } }": typeof types.UrgeOfManyDocument,
    "query SavedViews($page: String!) { savedViews(page: $page) { id name query sharedWithUnit mine } }": typeof types.SavedViewsDocument,
    "mutation SaveView($input: SaveViewInput!) { saveView(input: $input) { id } }": typeof types.SaveViewDocument,
    "mutation RemoveView($id: ID!) { removeView(id: $id) }": typeof types.RemoveViewDocument,
    "\n  query TaskWithCase($id: ID!) {\n    task(id: $id) {\n      id kind state version title dueAt workingMinutesLeft openedAt actions round result data areaCode unitCode\n      holder { id name }\n      unit { code name }\n      area { code name }\n      case { ...CaseFacts ...CaseTimeline ...CasePath ...ActionCase }\n    }\n  }\n": typeof types.TaskWithCaseDocument,
    "\n  query MyTasks($filter: TaskFilterInput!, $after: ID, $first: Int!, $withHolder: Boolean!) {\n    myTasks(filter: $filter, after: $after, first: $first) {\n      id kind state version title dueAt workingMinutesLeft openedAt closedAt holderSubject actions\n      holder @include(if: $withHolder) { id name }\n      area { code name }\n      urged { times byResident lastAt } cameBack { kind at }\n      case { number title text stage kind channel card paused reviewAt actions @include(if: $withHolder) }\n    }\n  }\n": typeof types.MyTasksDocument,
    "mutation SendClaim($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }": typeof types.SendClaimDocument,
    "mutation SendAcceptance($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version } }": typeof types.SendAcceptanceDocument,
    "mutation SendHandUp($input: HandUpArguments!) { handUp(input: $input) { id version } }": typeof types.SendHandUpDocument,
    "mutation SendContact($input: RecordContactArguments!) { recordContact(input: $input) { id version } }": typeof types.SendContactDocument,
    "mutation SendNote($input: NoteCaseArguments!) { noteCase(input: $input) { number } }": typeof types.SendNoteDocument,
    "mutation SendAnswer($input: CompleteTaskArguments!) { completeTask(input: $input) { id version } }": typeof types.SendAnswerDocument,
    "mutation SendVerification($input: VerifyTaskArguments!) { verifyTask(input: $input) { id version } }": typeof types.SendVerificationDocument,
    "mutation SendCheckIn($input: CheckInPatrolInput!) { checkInPatrol(input: $input) { gridCode } }": typeof types.SendCheckInDocument,
    "\n  mutation SendRound($input: CompletePatrolInput!) { completePatrol(input: $input) { gridCode findings { id text caseNumber } } }\n": typeof types.SendRoundDocument,
    "mutation SendFinding($id: ID!) { startCaseFromFinding(id: $id) { id caseNumber } }": typeof types.SendFindingDocument,
    "query NewestTask($id: ID!) { task(id: $id) { id version } }": typeof types.NewestTaskDocument,
    "query AreaDirectory($county: ID!) { areaDirectory(countyCode: $county) { code name aliases } }": typeof types.AreaDirectoryDocument,
    "query Counties($city: ID!) { areas(under: $city, level: county) { code name aliases } }": typeof types.CountiesDocument,
    "\n  query CasesToChoose($filter: CaseFilterInput!) { cases(filter: $filter, first: 100) { number title text stage } }\n": typeof types.CasesToChooseDocument,
    "query CaseToChoose($number: ID!) { case(number: $number) { number title text stage } }": typeof types.CaseToChooseDocument,
    "query Home { myPositions { areaCode } }": typeof types.HomeDocument,
    "\n  query PeopleToChoose($filter: PeopleFilter!) {\n    people(filter: $filter, first: 50) { nodes { id name positions { role area { name } unit { name } } } }\n  }\n": typeof types.PeopleToChooseDocument,
    "query PersonById($id: ID!) { person(id: $id) { id name positions { role area { name } unit { name } } } }": typeof types.PersonByIdDocument,
    "\n  query UnitsToChoose($filter: UnitFilter!) {\n    units(filter: $filter, first: 50, sort: name) { code name parent { name } area { name } }\n  }\n": typeof types.UnitsToChooseDocument,
    "query UnitByCode($code: ID!) { unit(code: $code) { code name parent { name } area { name } } }": typeof types.UnitByCodeDocument,
    "\n  query WhoAmI {\n    me { id name }\n    myPositions { id role area { code name } unit { code name } }\n  }\n": typeof types.WhoAmIDocument,
};
const documents: Documents = {
    "\n  fragment ActionCase on Case {\n    number countyCode areaCode path receivedAt resolutionDueAt actions\n    area { code name }\n    category { code zh }\n    requestLimits { extension { amount unit } pause { amount unit } suspensionDays }\n    tasks { id kind title actions area { code name } }\n    records { kind id data }\n  }\n": types.ActionCaseFragmentDoc,
    "mutation Claim($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }": types.ClaimDocument,
    "mutation Release($input: TaskReferenceInput!) { releaseTask(input: $input) { id version } }": types.ReleaseDocument,
    "mutation Contact($input: RecordContactArguments!) { recordContact(input: $input) { id version } }": types.ContactDocument,
    "mutation Accept($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version } }": types.AcceptDocument,
    "mutation Complete($input: CompleteTaskArguments!) { completeTask(input: $input) { id version } }": types.CompleteDocument,
    "mutation HandUp($input: HandUpArguments!) { handUp(input: $input) { id version } }": types.HandUpDocument,
    "mutation Dispatch($input: DispatchArguments!) { dispatchCase(input: $input) { id version } }": types.DispatchDocument,
    "mutation Return($input: ReturnTaskArguments!) { returnTask(input: $input) { id version } }": types.ReturnDocument,
    "mutation Verify($input: VerifyTaskArguments!) { verifyTask(input: $input) { id version } }": types.VerifyDocument,
    "mutation Decide($input: DecideApprovalArguments!) { decideApproval(input: $input) { id version } }": types.DecideDocument,
    "mutation AnswerOrder($input: CompleteTaskArguments!) { answerOrder(input: $input) { id version } }": types.AnswerOrderDocument,
    "mutation RequestApproval($input: RequestApprovalArguments!) { requestApproval(input: $input) { id version } }": types.RequestApprovalDocument,
    "mutation PlanParts($input: PlanPartsArguments!) { planParts(input: $input) { id version } }": types.PlanPartsDocument,
    "mutation AssignUnits($input: AssignUnitsArguments!) { assignUnits(input: $input) { id version } }": types.AssignUnitsDocument,
    "mutation Delegate($input: DelegateArguments!) { delegateTask(input: $input) { id version } }": types.DelegateDocument,
    "mutation Summon($input: SummonArguments!) { summon(input: $input) { id version } }": types.SummonDocument,
    "mutation RecordMinutes($input: RecordMinutesArguments!) { recordMinutes(input: $input) { id version } }": types.RecordMinutesDocument,
    "mutation RecordMediation($input: RecordMediationArguments!) { recordMediation(input: $input) { id version } }": types.RecordMediationDocument,
    "mutation AnswerReferral($input: AnswerReferralArguments!) { answerReferral(input: $input) { id version } }": types.AnswerReferralDocument,
    "mutation Reassign($input: ReassignTaskArguments!) { reassignTask(input: $input) { number } }": types.ReassignDocument,
    "mutation CancelPart($input: CancelPartArguments!) { cancelPart(input: $input) { number } }": types.CancelPartDocument,
    "mutation RecordAttendance($input: RecordAttendanceArguments!) { recordAttendance(input: $input) { number } }": types.RecordAttendanceDocument,
    "mutation Supervise($input: SuperviseArguments!) { superviseCase(input: $input) { number } }": types.SuperviseDocument,
    "mutation Instruct($input: InstructArguments!) { instruct(input: $input) { number } }": types.InstructDocument,
    "mutation Reclassify($input: ReclassifyArguments!) { reclassifyCase(input: $input) { number } }": types.ReclassifyDocument,
    "mutation Resume($input: CaseReasonArguments!) { resumeCase(input: $input) { number } }": types.ResumeDocument,
    "mutation Merge($input: MergeArguments!) { mergeCase(input: $input) { number } }": types.MergeDocument,
    "mutation Separate($input: CaseReasonArguments!) { separateCase(input: $input) { number } }": types.SeparateDocument,
    "mutation NoteOnCase($input: NoteCaseArguments!) { noteCase(input: $input) { number } }": types.NoteOnCaseDocument,
    "\n  query PositionsOf($id: ID!) { person(id: $id) { id positions { id role areaCode unitCode area { name } unit { name } } } }\n": types.PositionsOfDocument,
    "\n  query PowersToChoose($filter: PowerFilter!) { powers(filter: $filter, first: 50) { id name legalGround leadUnit { code name } } }\n": types.PowersToChooseDocument,
    "\n  query AnswerTemplates($filter: ResponseTemplateFilter!) { responseTemplates(filter: $filter, first: 100) { id name text } }\n": types.AnswerTemplatesDocument,
    "mutation PrepareAttachment($taken: TakenInput) { prepareAttachment(taken: $taken) { id url } }": types.PrepareAttachmentDocument,
    "mutation PreparePatrolPicture($taken: TakenInput) { preparePatrolPicture(taken: $taken) { id url } }": types.PreparePatrolPictureDocument,
    "\n  query CaseAudit($number: ID!, $after: String) {\n    caseAudit(number: $number, after: $after, first: 50) {\n      items { id at operation outcome errorCode actorKind actorSubject clientId targetType targetId isChained }\n      endCursor\n    }\n  }\n": types.CaseAuditDocument,
    "query AuditedPerson($id: ID!) { person(id: $id) { id name } }": types.AuditedPersonDocument,
    "\n  fragment CaseFacts on Case {\n    number title text placeText kind caseClass mode channel receivedAt reportedAt resolutionDueAt masked deadlineExplained sourceReference duplicateOf rating\n    area { code name ancestors { code name level } }\n    category { code zh en }\n    handler { id name }\n    reporter { name phone erased }\n    attachments { id kind mediaType url latitude longitude }\n    timeline { data }\n  }\n": types.CaseFactsFragmentDoc,
    "\n  query CaseByNumber($number: ID!) {\n    case(number: $number) {\n      ...CaseFacts ...CaseTimeline ...CasePath ...CaseClocks ...CaseRecords ...ActionCase\n      mergedInto qrPointCode publicTitle sameHere mayPublish\n      reason { isMachine zh en }\n    }\n    myPositions { id role area { code } }\n  }\n": types.CaseByNumberDocument,
    "\n  fragment CaseClocks on Case {\n    countyCode resolutionDueAt deadlineExplained provisional paused reviewAt\n    ledger { seq kind at entry }\n    marks { key mark clock at area: areaCode tier roles }\n  }\n": types.CaseClocksFragmentDoc,
    "mutation Note($input: NoteCaseArguments!) { noteCase(input: $input) { number } }": types.NoteDocument,
    "\n  fragment CasePath on Case {\n    stage path card closedAt round paused reviewAt\n    timeline { type }\n    urged { times byResident lastAt } cameBack { kind at }\n    tasks { id actions holderSubject kind tier roles title openedAt dueAt workingMinutesLeft holder { id name } area { code name } unit { code name } }\n  }\n": types.CasePathFragmentDoc,
    "\n  query PlaceOfArea($code: ID!) {\n    area(code: $code) { code name level boundary ancestors { code name level } parent { code name level boundary } }\n  }\n": types.PlaceOfAreaDocument,
    "query PlaceOfPoint($code: ID!) { qrPoint(code: $code) { code label latitude longitude } }": types.PlaceOfPointDocument,
    "mutation BeOnCase($number: ID!) { beOnCase(number: $number) { id name } }": types.BeOnCaseDocument,
    "mutation PublishCase($input: PublishCaseArguments!) { publishCase(input: $input) { number } }": types.PublishCaseDocument,
    "mutation UnpublishCase($input: UnpublishCaseArguments!) { unpublishCase(input: $input) { number } }": types.UnpublishCaseDocument,
    "\n  fragment CaseRecords on Case {\n    records { kind id data at actor { id name } }\n    tasks { id kind title openedAt dueAt workingMinutesLeft holder { id name } area { code name } roles unitCode unit { code name } }\n    timeline { type taskId text data actor { id name } }\n    attachments { id mediaType url }\n  }\n": types.CaseRecordsFragmentDoc,
    "\n  mutation Reveal($input: RevealReporterArguments!) { revealReporter(input: $input) { name phone reference erased } }\n": types.RevealDocument,
    "\n  query SameEvent($number: ID!) { cases(filter: { mergedInto: $number }, first: 50) { number title text receivedAt stage } }\n": types.SameEventDocument,
    "query BehindNames($unit: ID!, $category: ID!) { unit(code: $unit) { code name } category(code: $category) { code name } }": types.BehindNamesDocument,
    "\n  query SearchCases($filter: CaseFilterInput!, $after: ID, $first: Int!) {\n    cases(filter: $filter, after: $after, first: $first) {\n      number title text stage path card kind round receivedAt resolutionDueAt resolvedAt closedAt resolutionOverdue paused reviewAt\n      area { code name }\n      handler { id name }\n      requestLimits { extension { amount unit } }\n    }\n  }\n": types.SearchCasesDocument,
    "\n  fragment CaseTimeline on Case {\n    timeline { cursor type at actorKind actorRole text internal data actor { id name } }\n    attachments { id mediaType url }\n  }\n": types.CaseTimelineFragmentDoc,
    "\n  subscription CaseNews($number: ID!, $after: String) { caseEvents(number: $number, after: $after) { cursor } }\n": types.CaseNewsDocument,
    "\n  query CountyCalendar($countyCode: String!) {\n    workingCalendar(countyCode: $countyCode) { version years weekdays periods { from until } days { date kind periods { from until } } }\n  }\n": types.CountyCalendarDocument,
    "\n  subscription ChangedCases { changedCases }\n": types.ChangedCasesDocument,
    "mutation ClaimOfMany($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }": types.ClaimOfManyDocument,
    "mutation ReleaseOfMany($input: TaskReferenceInput!) { releaseTask(input: $input) { id version } }": types.ReleaseOfManyDocument,
    "mutation AcceptOfMany($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version } }": types.AcceptOfManyDocument,
    "mutation UrgeOfMany($input: SuperviseArguments!) { superviseCase(input: $input) { number } }": types.UrgeOfManyDocument,
    "query SavedViews($page: String!) { savedViews(page: $page) { id name query sharedWithUnit mine } }": types.SavedViewsDocument,
    "mutation SaveView($input: SaveViewInput!) { saveView(input: $input) { id } }": types.SaveViewDocument,
    "mutation RemoveView($id: ID!) { removeView(id: $id) }": types.RemoveViewDocument,
    "\n  query TaskWithCase($id: ID!) {\n    task(id: $id) {\n      id kind state version title dueAt workingMinutesLeft openedAt actions round result data areaCode unitCode\n      holder { id name }\n      unit { code name }\n      area { code name }\n      case { ...CaseFacts ...CaseTimeline ...CasePath ...ActionCase }\n    }\n  }\n": types.TaskWithCaseDocument,
    "\n  query MyTasks($filter: TaskFilterInput!, $after: ID, $first: Int!, $withHolder: Boolean!) {\n    myTasks(filter: $filter, after: $after, first: $first) {\n      id kind state version title dueAt workingMinutesLeft openedAt closedAt holderSubject actions\n      holder @include(if: $withHolder) { id name }\n      area { code name }\n      urged { times byResident lastAt } cameBack { kind at }\n      case { number title text stage kind channel card paused reviewAt actions @include(if: $withHolder) }\n    }\n  }\n": types.MyTasksDocument,
    "mutation SendClaim($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }": types.SendClaimDocument,
    "mutation SendAcceptance($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version } }": types.SendAcceptanceDocument,
    "mutation SendHandUp($input: HandUpArguments!) { handUp(input: $input) { id version } }": types.SendHandUpDocument,
    "mutation SendContact($input: RecordContactArguments!) { recordContact(input: $input) { id version } }": types.SendContactDocument,
    "mutation SendNote($input: NoteCaseArguments!) { noteCase(input: $input) { number } }": types.SendNoteDocument,
    "mutation SendAnswer($input: CompleteTaskArguments!) { completeTask(input: $input) { id version } }": types.SendAnswerDocument,
    "mutation SendVerification($input: VerifyTaskArguments!) { verifyTask(input: $input) { id version } }": types.SendVerificationDocument,
    "mutation SendCheckIn($input: CheckInPatrolInput!) { checkInPatrol(input: $input) { gridCode } }": types.SendCheckInDocument,
    "\n  mutation SendRound($input: CompletePatrolInput!) { completePatrol(input: $input) { gridCode findings { id text caseNumber } } }\n": types.SendRoundDocument,
    "mutation SendFinding($id: ID!) { startCaseFromFinding(id: $id) { id caseNumber } }": types.SendFindingDocument,
    "query NewestTask($id: ID!) { task(id: $id) { id version } }": types.NewestTaskDocument,
    "query AreaDirectory($county: ID!) { areaDirectory(countyCode: $county) { code name aliases } }": types.AreaDirectoryDocument,
    "query Counties($city: ID!) { areas(under: $city, level: county) { code name aliases } }": types.CountiesDocument,
    "\n  query CasesToChoose($filter: CaseFilterInput!) { cases(filter: $filter, first: 100) { number title text stage } }\n": types.CasesToChooseDocument,
    "query CaseToChoose($number: ID!) { case(number: $number) { number title text stage } }": types.CaseToChooseDocument,
    "query Home { myPositions { areaCode } }": types.HomeDocument,
    "\n  query PeopleToChoose($filter: PeopleFilter!) {\n    people(filter: $filter, first: 50) { nodes { id name positions { role area { name } unit { name } } } }\n  }\n": types.PeopleToChooseDocument,
    "query PersonById($id: ID!) { person(id: $id) { id name positions { role area { name } unit { name } } } }": types.PersonByIdDocument,
    "\n  query UnitsToChoose($filter: UnitFilter!) {\n    units(filter: $filter, first: 50, sort: name) { code name parent { name } area { name } }\n  }\n": types.UnitsToChooseDocument,
    "query UnitByCode($code: ID!) { unit(code: $code) { code name parent { name } area { name } } }": types.UnitByCodeDocument,
    "\n  query WhoAmI {\n    me { id name }\n    myPositions { id role area { code name } unit { code name } }\n  }\n": types.WhoAmIDocument,
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
export function graphql(source: "\n  fragment ActionCase on Case {\n    number countyCode areaCode path receivedAt resolutionDueAt actions\n    area { code name }\n    category { code zh }\n    requestLimits { extension { amount unit } pause { amount unit } suspensionDays }\n    tasks { id kind title actions area { code name } }\n    records { kind id data }\n  }\n"): (typeof documents)["\n  fragment ActionCase on Case {\n    number countyCode areaCode path receivedAt resolutionDueAt actions\n    area { code name }\n    category { code zh }\n    requestLimits { extension { amount unit } pause { amount unit } suspensionDays }\n    tasks { id kind title actions area { code name } }\n    records { kind id data }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Claim($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }"): (typeof documents)["mutation Claim($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Release($input: TaskReferenceInput!) { releaseTask(input: $input) { id version } }"): (typeof documents)["mutation Release($input: TaskReferenceInput!) { releaseTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Contact($input: RecordContactArguments!) { recordContact(input: $input) { id version } }"): (typeof documents)["mutation Contact($input: RecordContactArguments!) { recordContact(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Accept($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version } }"): (typeof documents)["mutation Accept($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Complete($input: CompleteTaskArguments!) { completeTask(input: $input) { id version } }"): (typeof documents)["mutation Complete($input: CompleteTaskArguments!) { completeTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation HandUp($input: HandUpArguments!) { handUp(input: $input) { id version } }"): (typeof documents)["mutation HandUp($input: HandUpArguments!) { handUp(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Dispatch($input: DispatchArguments!) { dispatchCase(input: $input) { id version } }"): (typeof documents)["mutation Dispatch($input: DispatchArguments!) { dispatchCase(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Return($input: ReturnTaskArguments!) { returnTask(input: $input) { id version } }"): (typeof documents)["mutation Return($input: ReturnTaskArguments!) { returnTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Verify($input: VerifyTaskArguments!) { verifyTask(input: $input) { id version } }"): (typeof documents)["mutation Verify($input: VerifyTaskArguments!) { verifyTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Decide($input: DecideApprovalArguments!) { decideApproval(input: $input) { id version } }"): (typeof documents)["mutation Decide($input: DecideApprovalArguments!) { decideApproval(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AnswerOrder($input: CompleteTaskArguments!) { answerOrder(input: $input) { id version } }"): (typeof documents)["mutation AnswerOrder($input: CompleteTaskArguments!) { answerOrder(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RequestApproval($input: RequestApprovalArguments!) { requestApproval(input: $input) { id version } }"): (typeof documents)["mutation RequestApproval($input: RequestApprovalArguments!) { requestApproval(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PlanParts($input: PlanPartsArguments!) { planParts(input: $input) { id version } }"): (typeof documents)["mutation PlanParts($input: PlanPartsArguments!) { planParts(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AssignUnits($input: AssignUnitsArguments!) { assignUnits(input: $input) { id version } }"): (typeof documents)["mutation AssignUnits($input: AssignUnitsArguments!) { assignUnits(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Delegate($input: DelegateArguments!) { delegateTask(input: $input) { id version } }"): (typeof documents)["mutation Delegate($input: DelegateArguments!) { delegateTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Summon($input: SummonArguments!) { summon(input: $input) { id version } }"): (typeof documents)["mutation Summon($input: SummonArguments!) { summon(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RecordMinutes($input: RecordMinutesArguments!) { recordMinutes(input: $input) { id version } }"): (typeof documents)["mutation RecordMinutes($input: RecordMinutesArguments!) { recordMinutes(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RecordMediation($input: RecordMediationArguments!) { recordMediation(input: $input) { id version } }"): (typeof documents)["mutation RecordMediation($input: RecordMediationArguments!) { recordMediation(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AnswerReferral($input: AnswerReferralArguments!) { answerReferral(input: $input) { id version } }"): (typeof documents)["mutation AnswerReferral($input: AnswerReferralArguments!) { answerReferral(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Reassign($input: ReassignTaskArguments!) { reassignTask(input: $input) { number } }"): (typeof documents)["mutation Reassign($input: ReassignTaskArguments!) { reassignTask(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CancelPart($input: CancelPartArguments!) { cancelPart(input: $input) { number } }"): (typeof documents)["mutation CancelPart($input: CancelPartArguments!) { cancelPart(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RecordAttendance($input: RecordAttendanceArguments!) { recordAttendance(input: $input) { number } }"): (typeof documents)["mutation RecordAttendance($input: RecordAttendanceArguments!) { recordAttendance(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Supervise($input: SuperviseArguments!) { superviseCase(input: $input) { number } }"): (typeof documents)["mutation Supervise($input: SuperviseArguments!) { superviseCase(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Instruct($input: InstructArguments!) { instruct(input: $input) { number } }"): (typeof documents)["mutation Instruct($input: InstructArguments!) { instruct(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Reclassify($input: ReclassifyArguments!) { reclassifyCase(input: $input) { number } }"): (typeof documents)["mutation Reclassify($input: ReclassifyArguments!) { reclassifyCase(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Resume($input: CaseReasonArguments!) { resumeCase(input: $input) { number } }"): (typeof documents)["mutation Resume($input: CaseReasonArguments!) { resumeCase(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Merge($input: MergeArguments!) { mergeCase(input: $input) { number } }"): (typeof documents)["mutation Merge($input: MergeArguments!) { mergeCase(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Separate($input: CaseReasonArguments!) { separateCase(input: $input) { number } }"): (typeof documents)["mutation Separate($input: CaseReasonArguments!) { separateCase(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation NoteOnCase($input: NoteCaseArguments!) { noteCase(input: $input) { number } }"): (typeof documents)["mutation NoteOnCase($input: NoteCaseArguments!) { noteCase(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PositionsOf($id: ID!) { person(id: $id) { id positions { id role areaCode unitCode area { name } unit { name } } } }\n"): (typeof documents)["\n  query PositionsOf($id: ID!) { person(id: $id) { id positions { id role areaCode unitCode area { name } unit { name } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PowersToChoose($filter: PowerFilter!) { powers(filter: $filter, first: 50) { id name legalGround leadUnit { code name } } }\n"): (typeof documents)["\n  query PowersToChoose($filter: PowerFilter!) { powers(filter: $filter, first: 50) { id name legalGround leadUnit { code name } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AnswerTemplates($filter: ResponseTemplateFilter!) { responseTemplates(filter: $filter, first: 100) { id name text } }\n"): (typeof documents)["\n  query AnswerTemplates($filter: ResponseTemplateFilter!) { responseTemplates(filter: $filter, first: 100) { id name text } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PrepareAttachment($taken: TakenInput) { prepareAttachment(taken: $taken) { id url } }"): (typeof documents)["mutation PrepareAttachment($taken: TakenInput) { prepareAttachment(taken: $taken) { id url } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PreparePatrolPicture($taken: TakenInput) { preparePatrolPicture(taken: $taken) { id url } }"): (typeof documents)["mutation PreparePatrolPicture($taken: TakenInput) { preparePatrolPicture(taken: $taken) { id url } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseAudit($number: ID!, $after: String) {\n    caseAudit(number: $number, after: $after, first: 50) {\n      items { id at operation outcome errorCode actorKind actorSubject clientId targetType targetId isChained }\n      endCursor\n    }\n  }\n"): (typeof documents)["\n  query CaseAudit($number: ID!, $after: String) {\n    caseAudit(number: $number, after: $after, first: 50) {\n      items { id at operation outcome errorCode actorKind actorSubject clientId targetType targetId isChained }\n      endCursor\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AuditedPerson($id: ID!) { person(id: $id) { id name } }"): (typeof documents)["query AuditedPerson($id: ID!) { person(id: $id) { id name } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseFacts on Case {\n    number title text placeText kind caseClass mode channel receivedAt reportedAt resolutionDueAt masked deadlineExplained sourceReference duplicateOf rating\n    area { code name ancestors { code name level } }\n    category { code zh en }\n    handler { id name }\n    reporter { name phone erased }\n    attachments { id kind mediaType url latitude longitude }\n    timeline { data }\n  }\n"): (typeof documents)["\n  fragment CaseFacts on Case {\n    number title text placeText kind caseClass mode channel receivedAt reportedAt resolutionDueAt masked deadlineExplained sourceReference duplicateOf rating\n    area { code name ancestors { code name level } }\n    category { code zh en }\n    handler { id name }\n    reporter { name phone erased }\n    attachments { id kind mediaType url latitude longitude }\n    timeline { data }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseByNumber($number: ID!) {\n    case(number: $number) {\n      ...CaseFacts ...CaseTimeline ...CasePath ...CaseClocks ...CaseRecords ...ActionCase\n      mergedInto qrPointCode publicTitle sameHere mayPublish\n      reason { isMachine zh en }\n    }\n    myPositions { id role area { code } }\n  }\n"): (typeof documents)["\n  query CaseByNumber($number: ID!) {\n    case(number: $number) {\n      ...CaseFacts ...CaseTimeline ...CasePath ...CaseClocks ...CaseRecords ...ActionCase\n      mergedInto qrPointCode publicTitle sameHere mayPublish\n      reason { isMachine zh en }\n    }\n    myPositions { id role area { code } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseClocks on Case {\n    countyCode resolutionDueAt deadlineExplained provisional paused reviewAt\n    ledger { seq kind at entry }\n    marks { key mark clock at area: areaCode tier roles }\n  }\n"): (typeof documents)["\n  fragment CaseClocks on Case {\n    countyCode resolutionDueAt deadlineExplained provisional paused reviewAt\n    ledger { seq kind at entry }\n    marks { key mark clock at area: areaCode tier roles }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Note($input: NoteCaseArguments!) { noteCase(input: $input) { number } }"): (typeof documents)["mutation Note($input: NoteCaseArguments!) { noteCase(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CasePath on Case {\n    stage path card closedAt round paused reviewAt\n    timeline { type }\n    urged { times byResident lastAt } cameBack { kind at }\n    tasks { id actions holderSubject kind tier roles title openedAt dueAt workingMinutesLeft holder { id name } area { code name } unit { code name } }\n  }\n"): (typeof documents)["\n  fragment CasePath on Case {\n    stage path card closedAt round paused reviewAt\n    timeline { type }\n    urged { times byResident lastAt } cameBack { kind at }\n    tasks { id actions holderSubject kind tier roles title openedAt dueAt workingMinutesLeft holder { id name } area { code name } unit { code name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlaceOfArea($code: ID!) {\n    area(code: $code) { code name level boundary ancestors { code name level } parent { code name level boundary } }\n  }\n"): (typeof documents)["\n  query PlaceOfArea($code: ID!) {\n    area(code: $code) { code name level boundary ancestors { code name level } parent { code name level boundary } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PlaceOfPoint($code: ID!) { qrPoint(code: $code) { code label latitude longitude } }"): (typeof documents)["query PlaceOfPoint($code: ID!) { qrPoint(code: $code) { code label latitude longitude } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation BeOnCase($number: ID!) { beOnCase(number: $number) { id name } }"): (typeof documents)["mutation BeOnCase($number: ID!) { beOnCase(number: $number) { id name } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PublishCase($input: PublishCaseArguments!) { publishCase(input: $input) { number } }"): (typeof documents)["mutation PublishCase($input: PublishCaseArguments!) { publishCase(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UnpublishCase($input: UnpublishCaseArguments!) { unpublishCase(input: $input) { number } }"): (typeof documents)["mutation UnpublishCase($input: UnpublishCaseArguments!) { unpublishCase(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseRecords on Case {\n    records { kind id data at actor { id name } }\n    tasks { id kind title openedAt dueAt workingMinutesLeft holder { id name } area { code name } roles unitCode unit { code name } }\n    timeline { type taskId text data actor { id name } }\n    attachments { id mediaType url }\n  }\n"): (typeof documents)["\n  fragment CaseRecords on Case {\n    records { kind id data at actor { id name } }\n    tasks { id kind title openedAt dueAt workingMinutesLeft holder { id name } area { code name } roles unitCode unit { code name } }\n    timeline { type taskId text data actor { id name } }\n    attachments { id mediaType url }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Reveal($input: RevealReporterArguments!) { revealReporter(input: $input) { name phone reference erased } }\n"): (typeof documents)["\n  mutation Reveal($input: RevealReporterArguments!) { revealReporter(input: $input) { name phone reference erased } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SameEvent($number: ID!) { cases(filter: { mergedInto: $number }, first: 50) { number title text receivedAt stage } }\n"): (typeof documents)["\n  query SameEvent($number: ID!) { cases(filter: { mergedInto: $number }, first: 50) { number title text receivedAt stage } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query BehindNames($unit: ID!, $category: ID!) { unit(code: $unit) { code name } category(code: $category) { code name } }"): (typeof documents)["query BehindNames($unit: ID!, $category: ID!) { unit(code: $unit) { code name } category(code: $category) { code name } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchCases($filter: CaseFilterInput!, $after: ID, $first: Int!) {\n    cases(filter: $filter, after: $after, first: $first) {\n      number title text stage path card kind round receivedAt resolutionDueAt resolvedAt closedAt resolutionOverdue paused reviewAt\n      area { code name }\n      handler { id name }\n      requestLimits { extension { amount unit } }\n    }\n  }\n"): (typeof documents)["\n  query SearchCases($filter: CaseFilterInput!, $after: ID, $first: Int!) {\n    cases(filter: $filter, after: $after, first: $first) {\n      number title text stage path card kind round receivedAt resolutionDueAt resolvedAt closedAt resolutionOverdue paused reviewAt\n      area { code name }\n      handler { id name }\n      requestLimits { extension { amount unit } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseTimeline on Case {\n    timeline { cursor type at actorKind actorRole text internal data actor { id name } }\n    attachments { id mediaType url }\n  }\n"): (typeof documents)["\n  fragment CaseTimeline on Case {\n    timeline { cursor type at actorKind actorRole text internal data actor { id name } }\n    attachments { id mediaType url }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription CaseNews($number: ID!, $after: String) { caseEvents(number: $number, after: $after) { cursor } }\n"): (typeof documents)["\n  subscription CaseNews($number: ID!, $after: String) { caseEvents(number: $number, after: $after) { cursor } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CountyCalendar($countyCode: String!) {\n    workingCalendar(countyCode: $countyCode) { version years weekdays periods { from until } days { date kind periods { from until } } }\n  }\n"): (typeof documents)["\n  query CountyCalendar($countyCode: String!) {\n    workingCalendar(countyCode: $countyCode) { version years weekdays periods { from until } days { date kind periods { from until } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ChangedCases { changedCases }\n"): (typeof documents)["\n  subscription ChangedCases { changedCases }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ClaimOfMany($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }"): (typeof documents)["mutation ClaimOfMany($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ReleaseOfMany($input: TaskReferenceInput!) { releaseTask(input: $input) { id version } }"): (typeof documents)["mutation ReleaseOfMany($input: TaskReferenceInput!) { releaseTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AcceptOfMany($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version } }"): (typeof documents)["mutation AcceptOfMany($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UrgeOfMany($input: SuperviseArguments!) { superviseCase(input: $input) { number } }"): (typeof documents)["mutation UrgeOfMany($input: SuperviseArguments!) { superviseCase(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SavedViews($page: String!) { savedViews(page: $page) { id name query sharedWithUnit mine } }"): (typeof documents)["query SavedViews($page: String!) { savedViews(page: $page) { id name query sharedWithUnit mine } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SaveView($input: SaveViewInput!) { saveView(input: $input) { id } }"): (typeof documents)["mutation SaveView($input: SaveViewInput!) { saveView(input: $input) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RemoveView($id: ID!) { removeView(id: $id) }"): (typeof documents)["mutation RemoveView($id: ID!) { removeView(id: $id) }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskWithCase($id: ID!) {\n    task(id: $id) {\n      id kind state version title dueAt workingMinutesLeft openedAt actions round result data areaCode unitCode\n      holder { id name }\n      unit { code name }\n      area { code name }\n      case { ...CaseFacts ...CaseTimeline ...CasePath ...ActionCase }\n    }\n  }\n"): (typeof documents)["\n  query TaskWithCase($id: ID!) {\n    task(id: $id) {\n      id kind state version title dueAt workingMinutesLeft openedAt actions round result data areaCode unitCode\n      holder { id name }\n      unit { code name }\n      area { code name }\n      case { ...CaseFacts ...CaseTimeline ...CasePath ...ActionCase }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyTasks($filter: TaskFilterInput!, $after: ID, $first: Int!, $withHolder: Boolean!) {\n    myTasks(filter: $filter, after: $after, first: $first) {\n      id kind state version title dueAt workingMinutesLeft openedAt closedAt holderSubject actions\n      holder @include(if: $withHolder) { id name }\n      area { code name }\n      urged { times byResident lastAt } cameBack { kind at }\n      case { number title text stage kind channel card paused reviewAt actions @include(if: $withHolder) }\n    }\n  }\n"): (typeof documents)["\n  query MyTasks($filter: TaskFilterInput!, $after: ID, $first: Int!, $withHolder: Boolean!) {\n    myTasks(filter: $filter, after: $after, first: $first) {\n      id kind state version title dueAt workingMinutesLeft openedAt closedAt holderSubject actions\n      holder @include(if: $withHolder) { id name }\n      area { code name }\n      urged { times byResident lastAt } cameBack { kind at }\n      case { number title text stage kind channel card paused reviewAt actions @include(if: $withHolder) }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendClaim($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }"): (typeof documents)["mutation SendClaim($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendAcceptance($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version } }"): (typeof documents)["mutation SendAcceptance($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendHandUp($input: HandUpArguments!) { handUp(input: $input) { id version } }"): (typeof documents)["mutation SendHandUp($input: HandUpArguments!) { handUp(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendContact($input: RecordContactArguments!) { recordContact(input: $input) { id version } }"): (typeof documents)["mutation SendContact($input: RecordContactArguments!) { recordContact(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendNote($input: NoteCaseArguments!) { noteCase(input: $input) { number } }"): (typeof documents)["mutation SendNote($input: NoteCaseArguments!) { noteCase(input: $input) { number } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendAnswer($input: CompleteTaskArguments!) { completeTask(input: $input) { id version } }"): (typeof documents)["mutation SendAnswer($input: CompleteTaskArguments!) { completeTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendVerification($input: VerifyTaskArguments!) { verifyTask(input: $input) { id version } }"): (typeof documents)["mutation SendVerification($input: VerifyTaskArguments!) { verifyTask(input: $input) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendCheckIn($input: CheckInPatrolInput!) { checkInPatrol(input: $input) { gridCode } }"): (typeof documents)["mutation SendCheckIn($input: CheckInPatrolInput!) { checkInPatrol(input: $input) { gridCode } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendRound($input: CompletePatrolInput!) { completePatrol(input: $input) { gridCode findings { id text caseNumber } } }\n"): (typeof documents)["\n  mutation SendRound($input: CompletePatrolInput!) { completePatrol(input: $input) { gridCode findings { id text caseNumber } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendFinding($id: ID!) { startCaseFromFinding(id: $id) { id caseNumber } }"): (typeof documents)["mutation SendFinding($id: ID!) { startCaseFromFinding(id: $id) { id caseNumber } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query NewestTask($id: ID!) { task(id: $id) { id version } }"): (typeof documents)["query NewestTask($id: ID!) { task(id: $id) { id version } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AreaDirectory($county: ID!) { areaDirectory(countyCode: $county) { code name aliases } }"): (typeof documents)["query AreaDirectory($county: ID!) { areaDirectory(countyCode: $county) { code name aliases } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Counties($city: ID!) { areas(under: $city, level: county) { code name aliases } }"): (typeof documents)["query Counties($city: ID!) { areas(under: $city, level: county) { code name aliases } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CasesToChoose($filter: CaseFilterInput!) { cases(filter: $filter, first: 100) { number title text stage } }\n"): (typeof documents)["\n  query CasesToChoose($filter: CaseFilterInput!) { cases(filter: $filter, first: 100) { number title text stage } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CaseToChoose($number: ID!) { case(number: $number) { number title text stage } }"): (typeof documents)["query CaseToChoose($number: ID!) { case(number: $number) { number title text stage } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Home { myPositions { areaCode } }"): (typeof documents)["query Home { myPositions { areaCode } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PeopleToChoose($filter: PeopleFilter!) {\n    people(filter: $filter, first: 50) { nodes { id name positions { role area { name } unit { name } } } }\n  }\n"): (typeof documents)["\n  query PeopleToChoose($filter: PeopleFilter!) {\n    people(filter: $filter, first: 50) { nodes { id name positions { role area { name } unit { name } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PersonById($id: ID!) { person(id: $id) { id name positions { role area { name } unit { name } } } }"): (typeof documents)["query PersonById($id: ID!) { person(id: $id) { id name positions { role area { name } unit { name } } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UnitsToChoose($filter: UnitFilter!) {\n    units(filter: $filter, first: 50, sort: name) { code name parent { name } area { name } }\n  }\n"): (typeof documents)["\n  query UnitsToChoose($filter: UnitFilter!) {\n    units(filter: $filter, first: 50, sort: name) { code name parent { name } area { name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query UnitByCode($code: ID!) { unit(code: $code) { code name parent { name } area { name } } }"): (typeof documents)["query UnitByCode($code: ID!) { unit(code: $code) { code name parent { name } area { name } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhoAmI {\n    me { id name }\n    myPositions { id role area { code name } unit { code name } }\n  }\n"): (typeof documents)["\n  query WhoAmI {\n    me { id name }\n    myPositions { id role area { code name } unit { code name } }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;