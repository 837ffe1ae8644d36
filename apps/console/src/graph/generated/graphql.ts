/* eslint-disable */
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, ISO 8601 with zone; answers are in UTC. */
  DateTime: { input: string; output: string; }
  /** Any JSON value; the field says which shape it expects. */
  JSON: { input: unknown; output: unknown; }
  join__FieldSet: { input: unknown; output: unknown; }
  join__FieldValue: { input: unknown; output: unknown; }
  link__Import: { input: unknown; output: unknown; }
};

/** Whom a complaint is about: a person, a unit, whoever has a role in an area, or all who hold office for it. It begins one level above them, they are not shown it, and who reported it is kept from everybody. */
export type AboutWhomInput = {
  areaCode: Scalars['ID']['input'];
  role?: InputMaybe<PositionRole>;
  subject?: InputMaybe<Scalars['ID']['input']>;
  unitCode?: InputMaybe<Scalars['ID']['input']>;
};

export type AcceptTaskArguments = {
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

export type AccountabilityEventType =
  | 'acceptanceOverdue'
  | 'accepted'
  | 'noticed'
  | 'rectificationOverdue'
  | 'returned'
  | 'submitted';

export type AccountabilityFilter = {
  month?: InputMaybe<Scalars['String']['input']>;
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of the area or unit that answers. */
  scopeCode?: InputMaybe<Scalars['ID']['input']>;
  states?: InputMaybe<Array<AccountabilityState>>;
};

/** 通报, 约谈. */
export type AccountabilityKind =
  | 'circular'
  | 'talk';

/** opening: about to be told; rectifying: 整改中; submitted: 待验收; accepted: 已验收. */
export type AccountabilityState =
  | 'accepted'
  | 'opening'
  | 'rectifying'
  | 'submitted';

/** `client`: an outside system. */
export type ActedBy =
  | 'client'
  | 'person'
  | 'resident';

/** Why it is this person: available themselves, a deputy of somebody who is away, or nobody at all. */
export type ActingReason =
  | 'available'
  | 'deputy'
  | 'nobody';

export type AddToCaseInput = {
  attachmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Repeated with the same content it adds nothing. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['ID']['input'];
  pickupCode?: InputMaybe<Scalars['String']['input']>;
  /** 4,000 characters at most. */
  text: Scalars['String']['input'];
};

export type AnswerConsultationInput = {
  /** Left out, as it is: everybody may read it. False for what concerns one person alone. */
  isOpen?: InputMaybe<Scalars['Boolean']['input']>;
  number: Scalars['ID']['input'];
  text: Scalars['String']['input'];
  /** The version that was looked at. */
  version: Scalars['Int']['input'];
};

export type AnswerReferralArguments = {
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  outcome: ReferralOutcome;
  taskId: Scalars['ID']['input'];
  /** The opinion that goes back with it, or the answer to the resident. */
  text: Scalars['String']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

/** Give a person or a client, not both. */
export type AppointPositionInput = {
  areaCode: Scalars['ID']['input'];
  clientSubject?: InputMaybe<Scalars['ID']['input']>;
  personId?: InputMaybe<Scalars['ID']['input']>;
  /** Of a supervisor, leader or administrator: sees, and changes nothing. False where left out. */
  readOnly?: InputMaybe<Scalars['Boolean']['input']>;
  role: PositionRole;
  unitCode?: InputMaybe<Scalars['ID']['input']>;
  /** Now, where it is left out. */
  validFrom?: InputMaybe<Scalars['DateTime']['input']>;
  validTo?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What an area is, from wide to narrow: 市, 县, 乡镇街道, 村社区, 网格. */
export type AreaLevel =
  | 'city'
  | 'county'
  | 'grid'
  | 'town'
  | 'village';

export type AskConsultationInput = {
  /** A county, or a place in it. */
  areaCode: Scalars['ID']['input'];
  categoryCode?: InputMaybe<Scalars['ID']['input']>;
  contactName?: InputMaybe<Scalars['String']['input']>;
  contactPhone?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same content is the same question. */
  idempotencyKey: Scalars['String']['input'];
  /** 2,000 characters at most. */
  question: Scalars['String']['input'];
};

export type AskDutySwapInput = {
  reason: Scalars['String']['input'];
  /** A day of your own unit. */
  shiftId: Scalars['ID']['input'];
  /** The day of another unit that you want for it. */
  withShiftId: Scalars['ID']['input'];
};

export type AssessmentLimitsInput = {
  /** 1 to 60 working days. */
  acceptanceDays: Scalars['Int']['input'];
  /** 0 to 60 days. */
  judgeAfterDays: Scalars['Int']['input'];
  /** 1 to 60 working days. */
  rectificationDays: Scalars['Int']['input'];
};

export type AssessmentThresholdsInput = {
  /** From 1; 1 where left out. */
  leastCases?: InputMaybe<Scalars['Int']['input']>;
  /** Percent, 0 to 100. */
  resolutionOnTime: Scalars['Float']['input'];
  /** Percent, 0 to 100. */
  satisfied: Scalars['Float']['input'];
  /** From 1; 2 where left out. */
  talkAfterMonths?: InputMaybe<Scalars['Int']['input']>;
};

export type AssessmentWeightsInput = {
  resolution: Scalars['Float']['input'];
  response: Scalars['Float']['input'];
  satisfaction: Scalars['Float']['input'];
};

export type AssignDutyInput = {
  duty: GridDutyKind;
  /** YYYY-MM-DD; today, where left out. */
  from?: InputMaybe<Scalars['String']['input']>;
  gridCode: Scalars['ID']['input'];
  subject: Scalars['ID']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

export type AssignDutyShiftInput = {
  reason: Scalars['String']['input'];
  shiftId: Scalars['ID']['input'];
  unitCode: Scalars['ID']['input'];
};

export type AssignUnitsArguments = {
  /** Who assists (协办), each with its own limit. */
  assisting?: InputMaybe<Array<PartInput>>;
  /** The final word: the unit cannot return it again. */
  binding?: InputMaybe<Scalars['Boolean']['input']>;
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Who leads (主办) and alone closes. */
  lead: PartInput;
  reason?: InputMaybe<Scalars['String']['input']>;
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

export type AuditFilterInput = {
  /** The subject of whoever acted. */
  actor?: InputMaybe<Scalars['ID']['input']>;
  /** One county of those that the caller administrates; all of them without it. */
  countyCode?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most 20, such as `revealReporter`. */
  operations?: InputMaybe<Array<Scalars['String']['input']>>;
  outcome?: InputMaybe<AuditOutcome>;
  targetId?: InputMaybe<Scalars['ID']['input']>;
  /** Such as `case`, `task`, `person`. */
  targetType?: InputMaybe<Scalars['String']['input']>;
  /** The first instant that is not looked at any more. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How what was tried ended. */
export type AuditOutcome =
  | 'done'
  | 'failed'
  | 'refused';

export type CalendarDayInput = {
  /** YYYY-MM-DD, of one of the years. */
  date: Scalars['String']['input'];
  kind: CalendarDayKind;
  /** Exactly where the kind is periods. */
  periods?: InputMaybe<Array<DayPeriodInput>>;
};

/** Off (休), worked as an ordinary day (调休上班), or worked in periods of its own, as a half day. */
export type CalendarDayKind =
  | 'off'
  | 'periods'
  | 'work';

/** county: every closed case; city: those of a sample. */
export type CallBackLevel =
  | 'city'
  | 'county';

/** due: to be called; later: a second try is arranged; done: reached; unreachable: tried in vain; overtaken: it was opened again before. */
export type CallBackState =
  | 'done'
  | 'due'
  | 'later'
  | 'overtaken'
  | 'unreachable';

/** returned: a unit gave it back (退回). verificationFailed: whoever looked on site found it not done (核查未通过). referralReturned: the city gave it back (市级转回). */
export type CameBackKind =
  | 'referralReturned'
  | 'returned'
  | 'verificationFailed';

export type CancelPartArguments = {
  /** Without one every call is an act of its own. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['ID']['input'];
  /** The task of the part. */
  partId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

/** 黄牌: 80 % of the time is gone; 红牌: all of it. */
export type Card =
  | 'none'
  | 'red'
  | 'yellow';

/** What somebody can do with a case without a task of it. */
export type CaseAction =
  | 'escalate'
  | 'instruct'
  | 'merge'
  | 'noteCase'
  | 'order'
  | 'reclassify'
  | 'recordAttendance'
  | 'resume'
  | 'separate'
  | 'urge';

/** 简单、一般、重大、疑难、跨区. */
export type CaseClass =
  | 'crossCounty'
  | 'difficult'
  | 'general'
  | 'major'
  | 'simple';

export type CaseFilterInput = {
  /** Cases of this area and all below it. */
  areaCode?: InputMaybe<Scalars['String']['input']>;
  card?: InputMaybe<Card>;
  caseClass?: InputMaybe<CaseClass>;
  categoryCode?: InputMaybe<Scalars['ID']['input']>;
  channel?: InputMaybe<Channel>;
  /** Only exact copies of an earlier case. */
  duplicates?: InputMaybe<Scalars['Boolean']['input']>;
  kind?: InputMaybe<CaseKind>;
  /** Only open cases in the round that is the last by their policy. */
  lastRound?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only cases of the same event as this one. */
  mergedInto?: InputMaybe<Scalars['ID']['input']>;
  /** Only cases that are not over. */
  open?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only cases whose response or resolution is late. */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  path?: InputMaybe<Path>;
  paused?: InputMaybe<Paused>;
  /** Received before. */
  receivedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Received then or later. */
  receivedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** The whole name; likewise. */
  reporterName?: InputMaybe<Scalars['String']['input']>;
  /** The whole number of whoever reported it; that it was looked for is audited. */
  reporterPhone?: InputMaybe<Scalars['String']['input']>;
  /** Only suspended cases whose review is before this. */
  reviewBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only open, unanswered ones that are neither paused nor with the city and have no leading case: somebody’s time is running. */
  running?: InputMaybe<Scalars['Boolean']['input']>;
  sourceReference?: InputMaybe<Scalars['String']['input']>;
  stages?: InputMaybe<Array<Stage>>;
  /** Only cases with an open task of this kind. */
  taskKind?: InputMaybe<TaskKind>;
  /** Only cases with an open task, of that kind, at this level. */
  taskTier?: InputMaybe<Tier>;
  /** Words of two characters or more, all of which stand in the case's title, text, place or number (of which four figures or more). */
  text?: InputMaybe<Scalars['String']['input']>;
  tier?: InputMaybe<Tier>;
  unitCode?: InputMaybe<Scalars['ID']['input']>;
};

/** What kind of message it is. */
export type CaseKind =
  | 'complaint'
  | 'consultation'
  | 'dispute'
  | 'report'
  | 'request'
  | 'suggestion';

/** 个人的事协调、大家的事协商、复杂的事协同. */
export type CaseMode =
  | 'collaboration'
  | 'coordination'
  | 'deliberation';

export type CaseReasonArguments = {
  /** Without one every call is an act of its own. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type CatalogueChangeKind =
  | 'added'
  | 'changed'
  | 'closed';

export type CatalogueFileInput = {
  /** CSV (UTF-8 or GB18030) or Excel (xlsx) in base64; 3 MiB at most. */
  contentBase64: Scalars['String']['input'];
  countyCode: Scalars['ID']['input'];
  /** As it is called, for the record. */
  fileName: Scalars['String']['input'];
  missing: MissingRows;
};

export type CatalogueKind =
  | 'categories'
  | 'powers';

/** Every condition given must hold. */
export type CategoryFilter = {
  /** A county’s tree; without it, or where it has none, the common one. */
  county?: InputMaybe<Scalars['ID']['input']>;
  /** Code of a domain. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  level?: InputMaybe<Scalars['Int']['input']>;
  /** Part of the name. */
  search?: InputMaybe<Scalars['String']['input']>;
  withClosed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What is left out stays; null takes a limit away. */
export type ChangeClientInput = {
  categories?: InputMaybe<Array<Scalars['ID']['input']>>;
  name?: InputMaybe<Scalars['String']['input']>;
  perDay?: InputMaybe<Scalars['Int']['input']>;
  perMinute?: InputMaybe<Scalars['Int']['input']>;
};

/** What is left out stays; a phone of null is taken away. */
export type ChangePersonInput = {
  name?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
};

export type ChangeResponseTemplateInput = {
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
  /** The version that was looked at. */
  version: Scalars['Int']['input'];
};

/** What is left out stays as it is. */
export type ChangeUnitInput = {
  areaCode?: InputMaybe<Scalars['ID']['input']>;
  code: Scalars['ID']['input'];
  /** All of them; they replace those before. */
  domains?: InputMaybe<Array<Scalars['ID']['input']>>;
  kind?: InputMaybe<UnitKind>;
  name?: InputMaybe<Scalars['String']['input']>;
  /** Empty text: stands below none. */
  parentCode?: InputMaybe<Scalars['ID']['input']>;
  /** The version that was looked at. */
  version: Scalars['Int']['input'];
};

/** By which way it reached the network. */
export type Channel =
  | 'app'
  | 'cityManagement'
  | 'hotline'
  | 'messageBoard'
  | 'offline'
  | 'patrol'
  | 'phone'
  | 'qr'
  | 'web'
  | 'wechat';

export type CheckInPatrolInput = {
  /** Metres, as the phone says. */
  accuracyM?: InputMaybe<Scalars['Float']['input']>;
  /** YYYY-MM-DD; today, where left out. */
  day?: InputMaybe<Scalars['String']['input']>;
  gridCode: Scalars['ID']['input'];
  /** Degrees, WGS 84. */
  latitude?: InputMaybe<Scalars['Float']['input']>;
  longitude?: InputMaybe<Scalars['Float']['input']>;
  /** The round that is on or comes next, where left out. */
  slot?: InputMaybe<Scalars['String']['input']>;
};

/** Whether an outside system may do anything. */
export type ClientState =
  | 'active'
  | 'disabled';

export type CloseUnitInput = {
  code: Scalars['ID']['input'];
  /** YYYY-MM-DD, today or later: from this day on it takes no new task. */
  on: Scalars['String']['input'];
  reason: Scalars['String']['input'];
};

/** A case whose whole life lies in the past, with the reply it got. */
export type ClosedCaseInput = {
  repliedAt: Scalars['DateTime']['input'];
  /** 20,000 characters at most. */
  reply: Scalars['String']['input'];
  start: StartCaseInput;
};

/** What happens to a case by itself. */
export type ComingKind =
  | 'approvalMovesUp'
  | 'callBackMissed'
  | 'closesUnrated'
  | 'half'
  | 'movesUp'
  | 'orderOverdue'
  | 'partOverdue'
  | 'redCard'
  | 'resolutionOverdue'
  | 'responseOverdue'
  | 'resumes'
  | 'yellowCard';

export type CompletePatrolInput = {
  /** Pictures uploaded by `preparePatrolPicture`. */
  attachmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** YYYY-MM-DD; today, where left out. */
  day?: InputMaybe<Scalars['String']['input']>;
  findings?: InputMaybe<Array<PatrolFindingInput>>;
  gridCode: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  /** The round that is on or comes next, where left out. */
  slot?: InputMaybe<Scalars['String']['input']>;
};

export type CompleteTaskArguments = {
  /** What the resident is answered, or what came of a part; 4,000 characters at most. */
  answer: Scalars['String']['input'];
  /** Pictures and voice, uploaded before. */
  attachmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The last round ends with a reasoned explanation. */
  explanation?: InputMaybe<Scalars['String']['input']>;
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

/** How a resident agreed. */
export type ConsentMeans =
  | 'online'
  | 'phone'
  | 'spoken'
  | 'written';

/** Every condition given must hold. */
export type ConsultationDeskFilter = {
  countyCode: Scalars['ID']['input'];
  /** Waiting, where left out. */
  state?: InputMaybe<ConsultationState>;
  /** Compulsory but for the county’s office. */
  unitCode?: InputMaybe<Scalars['ID']['input']>;
};

export type ConsultationEntryKind =
  | 'answer'
  | 'case'
  | 'followUp'
  | 'handOver';

export type ConsultationState =
  | 'answered'
  | 'case'
  | 'waiting';

export type CreateClientInput = {
  /** Top categories or any below; all, where it is left out. */
  categories?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Small letters, digits and hyphens; what it signs in with, and never changes. */
  clientId: Scalars['ID']['input'];
  /** Counties it may start cases in. */
  counties: Array<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  perDay?: InputMaybe<Scalars['Int']['input']>;
  perMinute?: InputMaybe<Scalars['Int']['input']>;
};

export type CreatePersonInput = {
  /** The county that employs them; the caller's own, where it is left out. */
  homeCode?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  phone?: InputMaybe<Scalars['String']['input']>;
  /** The name to sign in with: small letters, digits, dots, hyphens, underscores; it never changes. */
  username: Scalars['String']['input'];
};

export type CreateResponseTemplateInput = {
  /** With what lies below it; left out for every category. */
  categoryCode?: InputMaybe<Scalars['ID']['input']>;
  countyCode: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  /** With placeholders such as {{案件编号}}; 4,000 characters at most. */
  text: Scalars['String']['input'];
  /** Left out for every unit of the county. */
  unitCode?: InputMaybe<Scalars['ID']['input']>;
};

export type CreateUnitInput = {
  areaCode: Scalars['ID']['input'];
  /** Letters, digits, dots and dashes, 40 at most; left out, one is given. */
  code?: InputMaybe<Scalars['ID']['input']>;
  /** Codes of the domains it answers for. */
  domains?: InputMaybe<Array<Scalars['ID']['input']>>;
  kind: UnitKind;
  name: Scalars['String']['input'];
  parentCode?: InputMaybe<Scalars['ID']['input']>;
};

export type DayPeriodInput = {
  /** HH:MM */
  from: Scalars['String']['input'];
  /** HH:MM, or 24:00 */
  until: Scalars['String']['input'];
};

export type DecideApprovalArguments = {
  granted: Scalars['Boolean']['input'];
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  reason: Scalars['String']['input'];
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

export type DecideRectificationInput = {
  /** False gives it back. */
  accepted: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  /** 1 to 128 visible ASCII characters. */
  idempotencyKey: Scalars['String']['input'];
  /** What was found, or what is still lacking: 1 to 2,000 characters. */
  reason: Scalars['String']['input'];
};

/** Why somebody above has to look: whose it is has to be decided; the last round; a suspension whose review is near or past; a request to this level; late at this level. */
export type DecisionKind =
  | 'approval'
  | 'arbitration'
  | 'lastRound'
  | 'overdue'
  | 'suspensionReview';

export type DelegateArguments = {
  areaCode: Scalars['ID']['input'];
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The path of the tier below, under whose limit it goes on. */
  path: Path;
  reason: Scalars['String']['input'];
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

export type DispatchArguments = {
  /** The village or grid where it belongs, or the town to look further. */
  areaCode?: InputMaybe<Scalars['String']['input']>;
  caseClass?: InputMaybe<CaseClass>;
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Instead of an area: why the case is not accepted. */
  notAcceptedReason?: InputMaybe<Scalars['String']['input']>;
  /** Where the class alone does not say by which path it goes. */
  path?: InputMaybe<Path>;
  taskId: Scalars['ID']['input'];
  /** The unit that is to lead or answer. */
  unitCode?: InputMaybe<Scalars['ID']['input']>;
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

export type DraftPolicyInput = {
  countyCode: Scalars['String']['input'];
  /** Why: at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A whole set of rules or a part of one; the rest is the policy of the field. */
  rules: Scalars['JSON']['input'];
};

export type DrawSampleInput = {
  /** Cases closed from here on … */
  closedFrom: Scalars['DateTime']['input'];
  /** … and before this, which lies not after now. */
  closedUntil: Scalars['DateTime']['input'];
  countyCode: Scalars['ID']['input'];
  /** 1 to 64 visible ASCII characters; made up where it is left out. The same seed draws the same cases. */
  seed?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 1,000. */
  size: Scalars['Int']['input'];
};

export type DutyShiftOrigin =
  | 'assigned'
  /** The unit that had it has closed: a gap. */
  | 'closed'
  | 'swap'
  | 'turn';

/** Every condition given must hold. */
export type DutySwapFilter = {
  countyCode: Scalars['ID']['input'];
  state?: InputMaybe<DutySwapState>;
  /** Asking or asked. */
  unitCode?: InputMaybe<Scalars['ID']['input']>;
};

export type DutySwapState =
  | 'agreed'
  | 'asked'
  /** A day had passed or changed hands. */
  | 'lapsed'
  | 'refused'
  | 'withdrawn';

export type EndRoutingRuleInput = {
  id: Scalars['ID']['input'];
  /** YYYY-MM-DD, today or later. */
  on: Scalars['String']['input'];
  reason: Scalars['String']['input'];
};

export type EngineRunState =
  | 'cancelled'
  | 'completed'
  | 'continuedAsNew'
  | 'failed'
  | 'running'
  | 'terminated'
  | 'timedOut';

/** Why a case is in neither number of a figure. */
export type Exclusion =
  | 'answeredElsewhere'
  | 'chargedElsewhere'
  | 'imported'
  | 'notAccepted'
  | 'notAnswered'
  | 'notRated'
  | 'notResolved'
  | 'notYetDue'
  | 'otherKind'
  | 'ratingOpen'
  | 'referred'
  | 'sameEvent'
  | 'suspended'
  | 'withdrawn';

/** missed: in the denominator alone; excluded: in neither number. */
export type FigurePart =
  | 'denominator'
  | 'excluded'
  | 'missed'
  | 'numerator';

export type FigureScopeInput = {
  /** Of the area, or of the unit. */
  code: Scalars['ID']['input'];
  kind: ScopeKind;
};

export type FollowConsultationInput = {
  /** Needed without the account that asked. */
  code?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};

export type GrantProxyInput = {
  means: ConsentMeans;
  /** Such as where a signed paper lies. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The caller, where staff leave it out. */
  personId?: InputMaybe<Scalars['ID']['input']>;
  /** The caller's own entry, where a resident leaves it out. */
  residentId?: InputMaybe<Scalars['ID']['input']>;
  /** A year ahead at most. */
  until: Scalars['DateTime']['input'];
};

/** 网格长, 巡查, 矛盾调解, 安全生产, 环境卫生, 政策宣传, 便民服务. */
export type GridDutyKind =
  | 'environment'
  | 'lead'
  | 'mediation'
  | 'patrol'
  | 'publicity'
  | 'safety'
  | 'service';

/** 城乡网格, 校园网格, 企业网格. */
export type GridKind =
  | 'enterprise'
  | 'school'
  | 'urbanRural';

export type HandOverConsultationInput = {
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  unitCode: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

export type HandUpArguments = {
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why this level cannot settle it; the resident reads it. */
  reason: Scalars['String']['input'];
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

export type InstructArguments = {
  /** Without one every call is an act of its own. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['ID']['input'];
  /** Who is to do it; whoever leads the case, unless given. */
  part?: InputMaybe<PartInput>;
  /** 4,000 characters at most. */
  text: Scalars['String']['input'];
};

export type InterventionInput = {
  /** `extend`: by how much. */
  by?: InputMaybe<LimitInput>;
  kind: InterventionKind;
  /** 2000 at most. */
  numbers: Array<Scalars['ID']['input']>;
  /** `deescalate`: to which path. */
  path?: InputMaybe<Path>;
  /** `reset`: where it goes back to; one case at a time, and always with a second person. */
  reset?: InputMaybe<ResetInput>;
  /** `pause`: when it is looked at again. */
  reviewAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** `reassign`: whose it becomes. */
  to?: InputMaybe<PartInput>;
};

/** 催办、督办单、撤销督办单、提级、交下级、改派、延期、挂账、恢复, repairs of what the machine does not do; as last resorts, of one case and always with a second person, 回到某一步 (`reset`) and 终止 (`terminate`). */
export type InterventionKind =
  | 'compareRecords'
  | 'deescalate'
  | 'escalate'
  | 'extend'
  | 'liftOrder'
  | 'order'
  | 'pause'
  | 'reassign'
  | 'reset'
  | 'resume'
  | 'retryNotices'
  | 'retryStart'
  | 'sendSkipped'
  | 'skipNotices'
  | 'terminate'
  | 'urge';

/** `unchanged`: it was so already; `failed`: tried again and again and not known to stand; `left`: it was ended before. */
export type InterventionOutcome =
  | 'done'
  | 'failed'
  | 'left'
  | 'refused'
  | 'unchanged'
  | 'waiting';

/** `waiting`: for the second person; `lapsed`: nobody agreed in time; `notStarted`: the engine did not take it, and nothing was done. */
export type InterventionState =
  | 'cancelled'
  | 'done'
  | 'lapsed'
  | 'notStarted'
  | 'paused'
  | 'running'
  | 'waiting';

/** `actors`: whose acts are carried out again. */
export type InterventionTold =
  | 'actors'
  | 'holder'
  | 'newHolder'
  | 'reporter';

export type Language =
  | 'en'
  | 'zh';

/** red: of ten running cases one or more has a red card; yellow: of five one or more has a card. */
export type Light =
  | 'green'
  | 'red'
  | 'yellow';

/** In which way two cases report the same, the surest first. */
export type Likeness =
  | 'sameCategory'
  | 'samePlace'
  | 'samePoint'
  | 'sameWords';

/** A length of time, as the rules of the field say it. */
export type LimitInput = {
  amount: Scalars['Float']['input'];
  unit: LimitUnit;
};

export type LimitUnit =
  | 'calendarDays'
  | 'hours'
  | 'minutes'
  | 'workingDays'
  | 'workingHours';

/** A county's or a unit's own part of its calendar. Periods and weekdays: left out, as they were; empty, as they are beneath. */
export type LoadCalendarInput = {
  /** Six digits. */
  countyCode: Scalars['String']['input'];
  days: Array<CalendarDayInput>;
  periods?: InputMaybe<Array<DayPeriodInput>>;
  /** Where it is published: a notice with its number, say. */
  source: Scalars['String']['input'];
  /** Left out for the county's own. */
  unitCode?: InputMaybe<Scalars['String']['input']>;
  weekdays?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Years whose days are given: they replace those loaded before. Other years stay. */
  years: Array<Scalars['Int']['input']>;
};

/** Why a grid is proposed: it is named, or a QR point, a building or the village is; it holds the point, or is near. */
export type LocateReason =
  | 'buildingNamed'
  | 'gridNamed'
  | 'inside'
  | 'nearest'
  | 'qrPointNamed'
  | 'villageNamed';

export type MachinePart =
  | 'delivery'
  | 'engine'
  | 'records'
  | 'relay'
  | 'worker'
  | 'workflow';

/** The figures, each a share of cases. */
export type Measure =
  | 'firstPromiseKept'
  | 'foundOnPatrol'
  | 'fullySatisfied'
  | 'handedUp'
  | 'rated'
  | 'replied'
  | 'resolutionOnTime'
  | 'resolved'
  | 'responseOnTime'
  | 'returned'
  | 'rework'
  | 'satisfied'
  | 'solvedAtCity'
  | 'solvedAtCounty'
  | 'solvedAtGrid'
  | 'solvedAtTown'
  | 'solvedAtVillage';

export type MergeArguments = {
  /** Without one every call is an act of its own. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The case that is handled for all; each is rated by its own reporter. */
  into: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type MergeGridsInput = {
  /** 2 to 20 grids of one village. */
  codes: Array<Scalars['ID']['input']>;
  into: NewGridInput;
  /** The first day of the new grid: YYYY-MM-DD, today or later. */
  on?: InputMaybe<Scalars['String']['input']>;
};

/** What becomes of entries that the file does not name. */
export type MissingRows =
  | 'close'
  | 'keep';

/** Where the holder goes. */
export type MovePositionInput = {
  areaCode: Scalars['ID']['input'];
  /** Now, where it is left out. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of a supervisor, leader or administrator: sees, and changes nothing. As before where left out. */
  readOnly?: InputMaybe<Scalars['Boolean']['input']>;
  role: PositionRole;
  unitCode?: InputMaybe<Scalars['ID']['input']>;
  validTo?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Of whoever holds the case, of the resident, of a supervision order. */
export type MovedClock =
  | 'order'
  | 'resolution'
  | 'tier';

export type NameDeputyInput = {
  deputyId: Scalars['ID']['input'];
  /** Now, where it is left out. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Oneself, where it is left out; others only by an administrator. */
  personId?: InputMaybe<Scalars['ID']['input']>;
  to: Scalars['DateTime']['input'];
};

export type NewGridInput = {
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 15 digits in the same village, never used before. */
  code: Scalars['ID']['input'];
  /** That of the old grid, where left out. */
  gridKind?: InputMaybe<GridKind>;
  name: Scalars['String']['input'];
};

/** What would move a case on. */
export type NextStep =
  | 'arbitrate'
  | 'claim'
  | 'decide'
  | 'dispatch'
  | 'follow'
  | 'giveFeedback'
  | 'rate'
  | 'repair'
  | 'reply'
  | 'retry'
  | 'review'
  | 'verify'
  | 'wait'
  | 'work';

/** A note for those who work on the case; the resident is not shown it. */
export type NoteCaseArguments = {
  attachmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Repeated with the same content it writes nothing. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['ID']['input'];
  /** 4,000 characters at most. */
  text: Scalars['String']['input'];
};

export type NoticeType =
  | 'actsRepeated'
  | 'caseAnswered'
  | 'caseClosed'
  | 'caseFiled'
  | 'caseNotAccepted'
  | 'casePaused'
  | 'caseReferred'
  | 'caseResumed'
  | 'caseSuspended'
  | 'caseTerminated'
  | 'caseWithdrawn'
  | 'deadlineMoved'
  | 'halfTime'
  | 'merged'
  | 'newRound'
  | 'overdue'
  | 'patrolMissed'
  | 'redCard'
  | 'requestDecided'
  | 'residentUrged'
  | 'secondPersonWanted'
  | 'summoned'
  | 'taskOpened'
  | 'urged'
  | 'yellowCard';

/** Filing for a resident who cannot: by staff, with the resident's consent. */
export type OnBehalfInput = {
  /** The resident agreed to it. */
  consent: Scalars['Boolean']['input'];
  /** Whose matter it is, where they are registered: the caller needs their consent in force (proxyFor). */
  residentId?: InputMaybe<Scalars['ID']['input']>;
  /** Where it was said. */
  setting?: InputMaybe<OnBehalfSetting>;
};

/** 说事室、入户走访、便民服务大厅. */
export type OnBehalfSetting =
  | 'houseVisit'
  | 'serviceHall'
  | 'speakingRoom';

/** Every condition given must hold. */
export type OpenConsultationFilter = {
  categoryCode?: InputMaybe<Scalars['ID']['input']>;
  countyCode: Scalars['ID']['input'];
  /** Part of the question. */
  search?: InputMaybe<Scalars['String']['input']>;
  unitCode?: InputMaybe<Scalars['ID']['input']>;
};

/** A part of the work, and whose it is: a unit’s people, positions in an area, or persons in them. */
export type PartInput = {
  areaCode: Scalars['ID']['input'];
  /** The path's own limit for a part, unless given. */
  limit?: InputMaybe<LimitInput>;
  /** The handlers of the unit, where one is named. */
  roles?: InputMaybe<Array<PositionRole>>;
  /** Only these persons of the positions. */
  subjects?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 200 characters at most. */
  title: Scalars['String']['input'];
  unitCode?: InputMaybe<Scalars['ID']['input']>;
};

export type ParticipantInput = {
  areaCode: Scalars['ID']['input'];
  kind: ParticipantKind;
  /** How they are called in this meeting; 60 characters at most. */
  name: Scalars['String']['input'];
  /** Required for a unit. */
  unitCode?: InputMaybe<Scalars['ID']['input']>;
};

/** 部门、群众、企业、志愿者. */
export type ParticipantKind =
  | 'company'
  | 'resident'
  | 'unit'
  | 'volunteer';

/** The four handling paths: 现场直办, 干部领办, 村镇联办, 县级统筹. */
export type Path =
  | 'cadreLed'
  | 'countyCoordinated'
  | 'villageDirect'
  | 'villageTownJoint';

export type PatrolFindingInput = {
  /** Pictures that show it. */
  attachmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  categoryCode?: InputMaybe<Scalars['String']['input']>;
  /** 4,000 characters at most. */
  text: Scalars['String']['input'];
};

/** Where somebody checked in: in the grid, near it, outside, or without a position or a boundary to tell. */
export type PatrolPlace =
  | 'inside'
  | 'near'
  | 'outside'
  | 'unknown';

/** 待巡查, 按时完成, 漏巡, 补巡. */
export type PatrolRoundState =
  | 'done'
  | 'late'
  | 'missed'
  | 'planned';

export type PatrolSlotInput = {
  /** HH:MM */
  from: Scalars['String']['input'];
  /** Its name in figures and calls, such as morning. */
  slot: Scalars['String']['input'];
  until: Scalars['String']['input'];
};

/** Why the clocks stand: 等待群众, 挂账. */
export type Paused =
  | 'suspended'
  | 'waitingForResident';

/** Every condition given must hold, those on a position for one and the same. */
export type PeopleFilter = {
  /** People with a position in this area or inside it. */
  areaCode?: InputMaybe<Scalars['ID']['input']>;
  role?: InputMaybe<PositionRole>;
  /** Part of the name or user name. */
  search?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<PersonState>;
  unitCode?: InputMaybe<Scalars['ID']['input']>;
  /** true: only people of the caller's own home without any position; conditions on a position are left aside. */
  withoutPosition?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Whether somebody may sign in and be given tasks. */
export type PersonState =
  | 'active'
  | 'suspended';

export type PlanDutyInput = {
  countyCode: Scalars['ID']['input'];
  /** HH:MM; 09:00 where left out. */
  from?: InputMaybe<Scalars['String']['input']>;
  /** YYYY-MM. Planned again, days to come are dealt out anew; past ones, swaps and days that were assigned stay. */
  month: Scalars['String']['input'];
  /** Units in their turn; left out, as in the month before. */
  units?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** HH:MM; 17:30 where left out. */
  until?: InputMaybe<Scalars['String']['input']>;
};

export type PlanPartsArguments = {
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 30 at most. */
  parts: Array<PartInput>;
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

/** 草稿, 已发布 (never changed again), 已撤回. */
export type PolicyState =
  | 'draft'
  | 'published'
  | 'withdrawn';

/** What somebody is appointed as. */
export type PositionRole =
  | 'administrator'
  | 'cityCentre'
  | 'countyCentre'
  | 'departmentHandler'
  | 'externalSystem'
  | 'gridMember'
  | 'leader'
  | 'serviceTeam'
  | 'stationedCadre'
  | 'supervisor'
  | 'townCentre'
  | 'villagePolice'
  | 'villageSecretary';

/** A post: holders of the role at exactly this area, and of the unit where one is given. */
export type PostInput = {
  areaCode: Scalars['ID']['input'];
  role: PositionRole;
  unitCode?: InputMaybe<Scalars['ID']['input']>;
};

/** Every condition given must hold. */
export type PowerFilter = {
  /** A county's code: counties draw up their own lists. */
  county?: InputMaybe<Scalars['ID']['input']>;
  /** Code of a domain. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** Code of the unit that leads. */
  leadUnit?: InputMaybe<Scalars['ID']['input']>;
  level?: InputMaybe<PowerLevel>;
  /** Part of the name. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Those no longer in the list too. */
  withClosed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** At which level a power is held. */
export type PowerLevel =
  | 'city'
  | 'county'
  | 'town';

export type PublishAssessmentPolicyInput = {
  countyCode: Scalars['ID']['input'];
  /** Not before now: what was weighed stays weighed as it was. */
  inForceFrom: Scalars['DateTime']['input'];
  /** As they are where left out. */
  limits?: InputMaybe<AssessmentLimitsInput>;
  /** Up to 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** As they are where left out. */
  thresholds?: InputMaybe<AssessmentThresholdsInput>;
  weights: AssessmentWeightsInput;
};

export type PublishCaseArguments = {
  number: Scalars['ID']['input'];
  /** 40 characters at most; no name and no number of anybody. */
  publicTitle: Scalars['String']['input'];
};

export type PutAreaInput = {
  /** Other names, for recognising it in a text; left out: unchanged. */
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 4, 6, 9, 12 or 15 digits; the area above must be there, except over a county. */
  code: Scalars['ID']['input'];
  /** For a grid only; urbanRural unless said otherwise. */
  gridKind?: InputMaybe<GridKind>;
  name: Scalars['String']['input'];
  /** YYYY-MM-DD, for a new one; long ago, where left out. */
  validFrom?: InputMaybe<Scalars['String']['input']>;
};

export type PutHouseholdInput = {
  building?: InputMaybe<Scalars['String']['input']>;
  door: Scalars['String']['input'];
  gridCode: Scalars['ID']['input'];
  /** Left out: a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  people: Scalars['Int']['input'];
};

/** What is left out stays as it was, or is as usual. */
export type PutPatrolSettingInput = {
  countyCode: Scalars['ID']['input'];
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  gridKinds?: InputMaybe<Array<GridKind>>;
  nearM?: InputMaybe<Scalars['Int']['input']>;
  /** Whether weekends and holidays have patrols too. */
  onDaysOff?: InputMaybe<Scalars['Boolean']['input']>;
  pictureRequired?: InputMaybe<Scalars['Boolean']['input']>;
  slots?: InputMaybe<Array<PatrolSlotInput>>;
};

export type PutQrPointInput = {
  /** The grid (15 digits). */
  areaCode: Scalars['ID']['input'];
  /** 3 to 64 letters, digits, hyphens and underscores. */
  code: Scalars['ID']['input'];
  label: Scalars['String']['input'];
  latitude?: InputMaybe<Scalars['Float']['input']>;
  longitude?: InputMaybe<Scalars['Float']['input']>;
};

/** 地点, 楼栋, 约三十户. */
export type QrPointKind =
  | 'building'
  | 'households'
  | 'place';

/** 综合得分, 来件数, 办复数, 办复率. */
export type RankedBy =
  | 'composite'
  | 'messages'
  | 'replies'
  | 'replyRate';

export type RateByLinkInput = {
  /** Up to 1,000 characters. */
  comment?: InputMaybe<Scalars['String']['input']>;
  rating: RatingValue;
  /** As the link brought it. */
  token: Scalars['String']['input'];
};

export type RateCaseInput = {
  caseNumber: Scalars['ID']['input'];
  /** Up to 1,000 characters. */
  comment?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 128 visible ASCII characters; the same key and content again is the same rating. */
  idempotencyKey: Scalars['String']['input'];
  /** For whoever reported without an account. */
  pickupCode?: InputMaybe<Scalars['String']['input']>;
  rating: RatingValue;
};

/** pending: recorded and about to be applied; confirmed: the case went on accordingly; refused: it may not be. */
export type RatingState =
  | 'confirmed'
  | 'pending'
  | 'refused';

/** 满意, 基本满意, 不满意. */
export type RatingValue =
  | 'dissatisfied'
  | 'mostlySatisfied'
  | 'satisfied';

/** Why a case is not moving; of several the first in this order is told. */
export type ReasonKind =
  | 'deliveryFailing'
  | 'engineAway'
  | 'held'
  | 'noWorker'
  | 'notStarted'
  | 'onItsWay'
  | 'overdue'
  | 'passedAround'
  | 'recordsDiffer'
  | 'referred'
  | 'stepFailing'
  | 'suspended'
  | 'timerMissing'
  | 'unclaimed'
  | 'waitingForApproval'
  | 'waitingForRating'
  | 'waitingForResident'
  | 'withLeadingCase'
  | 'workflowLost'
  | 'workflowTaskFailing';

export type ReasonOwnerKind =
  | 'case'
  | 'city'
  | 'machine'
  | 'person'
  | 'post'
  | 'resident'
  | 'unit';

export type ReassignTaskArguments = {
  /** Without one every call is an act of its own. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  /** A part, or on the county’s path the task of whoever leads. */
  taskId: Scalars['ID']['input'];
  /** Who is to do it instead. */
  to: PartInput;
};

export type ReclassifyArguments = {
  caseClass: CaseClass;
  /** Without one every call is an act of its own. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['ID']['input'];
  path: Path;
  reason: Scalars['String']['input'];
};

export type RecordAbsenceInput = {
  /** Now, where it is left out. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Oneself, where it is left out; others only by an administrator. */
  personId?: InputMaybe<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
  to: Scalars['DateTime']['input'];
};

/** Somebody who was summoned is there (报到), with proof. */
export type RecordAttendanceArguments = {
  /** Pictures that show it; one at least. */
  attachmentIds: Array<Scalars['ID']['input']>;
  /** Repeated with the same content it writes nothing. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  meetingId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['ID']['input'];
  /** As they were summoned. */
  participant: Scalars['String']['input'];
};

export type RecordCallBackInput = {
  /** Up to 1,000 characters; needed where they are dissatisfied: it is why the case is opened again. */
  comment?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  /** 对办理结果满意吗? Needed where they were reached. */
  rating?: InputMaybe<RatingValue>;
  /** Somebody answered. */
  reached: Scalars['Boolean']['input'];
  /** 问题解决了吗? Needed where they were reached. */
  solved?: InputMaybe<Scalars['Boolean']['input']>;
  /** When to try again; the next day where it is left out. */
  tryAgainAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type RecordContactArguments = {
  /** Repeated with the same content it writes nothing. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What was said when the resident was reached; it stops the response clock. */
  note: Scalars['String']['input'];
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

export type RecordMediationArguments = {
  /** What they agreed on, where they did. */
  agreement?: InputMaybe<Scalars['String']['input']>;
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Two at least. */
  parties: Array<Scalars['String']['input']>;
  /** What was said; 4,000 characters at most. */
  session: Scalars['String']['input'];
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

export type RecordMinutesArguments = {
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What was agreed on, and who does it: each line becomes a task. */
  lines?: InputMaybe<Array<PartInput>>;
  meetingId: Scalars['ID']['input'];
  /** 4,000 characters at most. */
  summary: Scalars['String']['input'];
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

export type RecordRoutingDecisionInput = {
  areaCode: Scalars['ID']['input'];
  caseNumber?: InputMaybe<Scalars['ID']['input']>;
  categoryCode?: InputMaybe<Scalars['ID']['input']>;
  /** Who had it before, or returned it. */
  fromUnitCode?: InputMaybe<Scalars['ID']['input']>;
  /** The same key is the same decision, however often it is sent. */
  idempotencyKey: Scalars['String']['input'];
  kind: RoutingDecisionKind;
  legalGround?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  powerCode?: InputMaybe<Scalars['ID']['input']>;
  unitCode: Scalars['ID']['input'];
};

export type RecountFiguresInput = {
  /** Until when all was heard of cases, where it is left out. */
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  countyCode: Scalars['ID']['input'];
  /** 2026-11. */
  month: Scalars['String']['input'];
};

/** 退回县级、市级答复. */
export type ReferralOutcome =
  | 'answered'
  | 'returned';

export type RegisterResidentInput = {
  /** Where they live, as exactly as is known. */
  areaCode: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  phone?: InputMaybe<Scalars['String']['input']>;
  /** What confirmPhone answered for this phone. */
  phoneProof?: InputMaybe<Scalars['String']['input']>;
};

export type ReopenCaseArguments = {
  number: Scalars['ID']['input'];
  /** The resident's, who needs no account. */
  pickupCode?: InputMaybe<Scalars['String']['input']>;
  /** What is still wrong. */
  reason: Scalars['String']['input'];
};

/** Hand it to the engine now; send again what was not taken; give up sending it; compare records and workflow now. */
export type Repair =
  | 'compareRecords'
  | 'retryNotices'
  | 'retryStart'
  | 'skipNotices';

export type RepairArguments = {
  act: Repair;
  number: Scalars['ID']['input'];
  /** Why; kept on the timeline for those who work on the case. */
  reason: Scalars['String']['input'];
};

/** Whose matter it is. Required only where the county says so. */
export type ReporterInput = {
  name?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  /** How the sending system knows the reporter. */
  reference?: InputMaybe<Scalars['String']['input']>;
};

export type RequestApprovalArguments = {
  /** How long an extension or a pause is to be. */
  by?: InputMaybe<LimitInput>;
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  kind: RequestKind;
  /** The resident reads it when it is granted. */
  reason: Scalars['String']['input'];
  /** When a suspended case is looked at again. */
  reviewAt?: InputMaybe<Scalars['DateTime']['input']>;
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

/** 延期、暂停、挂账、转市级. */
export type RequestKind =
  | 'extension'
  | 'pause'
  | 'referral'
  | 'suspension';

/** A point that `resetPoints` shows. */
export type ResetInput = {
  eventId: Scalars['ID']['input'];
  runId: Scalars['ID']['input'];
  /** Whoever has acted since is told that their acts are carried out again; without it such a point is refused (RESET_REPEATS_ACTS). */
  tellThem?: InputMaybe<Scalars['Boolean']['input']>;
  workflowId: Scalars['ID']['input'];
};

/** Every condition given must hold. */
export type ResponseTemplateFilter = {
  /** Those that fit this category. */
  categoryCode?: InputMaybe<Scalars['ID']['input']>;
  countyCode: Scalars['ID']['input'];
  /** Part of the name or the text. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Those of this unit and those for every unit. */
  unitCode?: InputMaybe<Scalars['ID']['input']>;
  withRetired?: InputMaybe<Scalars['Boolean']['input']>;
};

export type ReturnTaskArguments = {
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** On which ground of the powers catalogue; 500 characters at most. */
  legalGround: Scalars['String']['input'];
  /** Whose matter it is instead. */
  proposedUnitCode: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

export type RevealReporterArguments = {
  number: Scalars['ID']['input'];
  /** Kept on the record, with who asked. */
  reason: Scalars['String']['input'];
};

export type RoutingDecisionKind =
  | 'arbitration'
  | 'correction'
  | 'dispatch';

/** Every condition given must hold. */
export type RoutingFilter = {
  categoryCode?: InputMaybe<Scalars['ID']['input']>;
  countyCode: Scalars['ID']['input'];
  /** YYYY-MM-DD: rules in force on that day; left out, all there have been. */
  on?: InputMaybe<Scalars['String']['input']>;
  unitCode?: InputMaybe<Scalars['ID']['input']>;
};

export type RoutingReasonKind =
  | 'domain'
  | 'history'
  | 'power'
  | 'rule';

/** Under a name that you have on that page already, it takes the place of what was there. */
export type SaveViewInput = {
  /** 40 characters at most. */
  name: Scalars['String']['input'];
  /** Which page: small letters, digits, - and /. */
  page: Scalars['String']['input'];
  /** The query of the page's address, 1000 characters at most. */
  query: Scalars['String']['input'];
  sharedWithUnit?: InputMaybe<Scalars['Boolean']['input']>;
};

export type SayTheSameArguments = {
  /** Of the matter. */
  id: Scalars['ID']['input'];
  /** The same from one phone, always: it counts once. */
  idempotencyKey: Scalars['String']['input'];
};

/** For whom a figure is. */
export type ScopeKind =
  | 'county'
  | 'town'
  | 'unit'
  | 'village';

export type SetRoutingRuleInput = {
  /** A county, or an area inside one. */
  areaCode: Scalars['ID']['input'];
  /** With what lies below it; left out for every category. */
  categoryCode?: InputMaybe<Scalars['ID']['input']>;
  /** Only where this power is needed. */
  powerCode?: InputMaybe<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
  unitCode: Scalars['ID']['input'];
  /** YYYY-MM-DD, today or later; the rule before it ends there. */
  validFrom: Scalars['String']['input'];
};

export type SplitGridInput = {
  code: Scalars['ID']['input'];
  /** 2 to 20. */
  into: Array<SplitPartInput>;
  /** The first day of the parts: YYYY-MM-DD, today or later. */
  on?: InputMaybe<Scalars['String']['input']>;
};

/** A part takes the households and QR points that it names; the first part takes all others. */
export type SplitPartInput = {
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  buildings?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 15 digits in the same village, never used before. */
  code: Scalars['ID']['input'];
  /** That of the old grid, where left out. */
  gridKind?: InputMaybe<GridKind>;
  householdIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  name: Scalars['String']['input'];
};

/** Where a case is: 接件, 受理, 分流, 办理, 核查, 评价, 结案 and the side exits. */
export type Stage =
  | 'accepted'
  | 'closed'
  | 'dispatched'
  | 'evaluating'
  | 'handling'
  | 'notAccepted'
  | 'received'
  | 'referred'
  | 'suspended'
  | 'verifying'
  | 'withdrawn';

export type StartCaseInput = {
  aboutWhom?: InputMaybe<AboutWhomInput>;
  /** County (6), town (9), village (12) or grid (15 digits). */
  areaCode?: InputMaybe<Scalars['String']['input']>;
  attachmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** By staff and external systems; else the category gives it. */
  caseClass?: InputMaybe<CaseClass>;
  categoryCode?: InputMaybe<Scalars['String']['input']>;
  channel?: InputMaybe<Channel>;
  /** What did not fit into the text, in order; 4,000 characters each. */
  furtherText?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The same key with the same content is the same case, however often it is sent. */
  idempotencyKey: Scalars['String']['input'];
  /** A complaint unless said otherwise. */
  kind?: InputMaybe<CaseKind>;
  mode?: InputMaybe<CaseMode>;
  onBehalf?: InputMaybe<OnBehalfInput>;
  /** The place in words, if it is not in the text. */
  placeText?: InputMaybe<Scalars['String']['input']>;
  /** The code of a QR point; it knows its grid. */
  qrPointCode?: InputMaybe<Scalars['String']['input']>;
  /** When it was said to the sending system; clocks start now. */
  reportedAt?: InputMaybe<Scalars['DateTime']['input']>;
  reporter?: InputMaybe<ReporterInput>;
  /** The number that the sending system knows it by. */
  sourceReference?: InputMaybe<Scalars['String']['input']>;
  /** What the matter is; 4,000 characters at most. */
  text: Scalars['String']['input'];
  title?: InputMaybe<Scalars['String']['input']>;
};

export type StartInterventionInput = {
  /** `extend`: by how much. */
  by?: InputMaybe<LimitInput>;
  /** Without one every call is an act of its own. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  kind: InterventionKind;
  /** 2000 at most. */
  numbers: Array<Scalars['ID']['input']>;
  /** `deescalate`: to which path. */
  path?: InputMaybe<Path>;
  /** Of the preview that was looked at; another selection, or cases that changed since, are refused. */
  previewHash: Scalars['ID']['input'];
  /** Why; everybody who works on the cases reads it, and the resident where their deadline moves. */
  reason: Scalars['String']['input'];
  /** `reset`: where it goes back to; one case at a time, and always with a second person. */
  reset?: InputMaybe<ResetInput>;
  /** `pause`: when it is looked at again. */
  reviewAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** `reassign`: whose it becomes. */
  to?: InputMaybe<PartInput>;
};

/** By reason, by the areas below the one asked for, by unit, or by how long the reason holds. */
export type StuckDimension =
  | 'age'
  | 'place'
  | 'reason'
  | 'unit';

export type StuckFilter = {
  /** The area or anything in it. */
  areaCode?: InputMaybe<Scalars['ID']['input']>;
  /** The reason holds for so many days or longer. */
  fromDays?: InputMaybe<Scalars['Int']['input']>;
  isMachine?: InputMaybe<Scalars['Boolean']['input']>;
  kinds?: InputMaybe<Array<ReasonKind>>;
  unitCode?: InputMaybe<Scalars['ID']['input']>;
};

export type SubmitRectificationInput = {
  id: Scalars['ID']['input'];
  /** 1 to 128 visible ASCII characters. */
  idempotencyKey: Scalars['String']['input'];
  /** What was put right: 1 to 2,000 characters. */
  text: Scalars['String']['input'];
};

/** 拆分, 合并. */
export type SuccessionKind =
  | 'merge'
  | 'split';

/** A whistle (吹哨): who is summoned to which place, when. */
export type SummonArguments = {
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  meetAt: Scalars['DateTime']['input'];
  /** 50 at most. */
  participants: Array<ParticipantInput>;
  /** 200 characters at most. */
  place: Scalars['String']['input'];
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

export type SuperviseArguments = {
  act: SupervisionAct;
  /** Without one every call is an act of its own. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

/** 催办、督办单、提级. */
export type SupervisionAct =
  | 'escalate'
  | 'order'
  | 'urge';

/** When and, where whoever took it agrees, where a picture or voice note was taken, as the device says. */
export type TakenInput = {
  /** Metres, as the device says. */
  accuracyM?: InputMaybe<Scalars['Float']['input']>;
  at: Scalars['DateTime']['input'];
  /** Degrees, WGS 84. */
  latitude?: InputMaybe<Scalars['Float']['input']>;
  longitude?: InputMaybe<Scalars['Float']['input']>;
};

/** What somebody can do with a task. */
export type TaskAction =
  | 'accept'
  | 'answer'
  | 'answerOrder'
  | 'answerReferral'
  | 'assign'
  | 'cancelPart'
  | 'claim'
  | 'contribute'
  | 'decideApproval'
  | 'delegate'
  | 'dispatch'
  | 'handUp'
  | 'notAccept'
  | 'planParts'
  | 'reassign'
  | 'recordContact'
  | 'recordMediation'
  | 'recordMinutes'
  | 'release'
  | 'requestExtension'
  | 'requestPause'
  | 'requestReferral'
  | 'requestSuspension'
  | 'returnTask'
  | 'summon'
  | 'verify';

export type TaskFilterInput = {
  dueBefore?: InputMaybe<Scalars['DateTime']['input']>;
  kind?: InputMaybe<TaskKind>;
  /** Any of these. */
  kinds?: InputMaybe<Array<TaskKind>>;
  path?: InputMaybe<Path>;
  /** ALL unless said otherwise. */
  scope?: InputMaybe<TaskScope>;
  stage?: InputMaybe<Stage>;
  /** Words of two characters or more, all of which stand in the task's title or in the case's title, text, place or number (of which four figures or more). */
  text?: InputMaybe<Scalars['String']['input']>;
};

export type TaskKind =
  | 'approve'
  | 'arbitrate'
  | 'cityDesk'
  | 'contribute'
  | 'coordinate'
  | 'desk'
  | 'handle'
  | 'lead'
  | 'order'
  | 'townDesk'
  | 'verify';

/** Which task, as you saw it. */
export type TaskReferenceInput = {
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

/** MINE: held by me. UNIT: addressed to one of my positions and held by nobody. ALL: both. WAITING: with others because of me or my unit: what followed on a task of ours, parts of mine, my requests. DONE: finished by me or my unit, newest first. */
export type TaskScope =
  | 'ALL'
  | 'DONE'
  | 'MINE'
  | 'UNIT'
  | 'WAITING';

export type TaskState =
  | 'accepted'
  | 'cancelled'
  | 'completed'
  | 'handedUp'
  | 'open'
  | 'returned';

/** At which level a case is held. */
export type Tier =
  | 'city'
  | 'county'
  | 'grid'
  | 'town'
  | 'village';

export type TimelineType =
  | 'accepted'
  | 'added'
  | 'answered'
  | 'approvalGranted'
  | 'approvalMovedUp'
  | 'approvalRefused'
  | 'approvalRequested'
  | 'arbitrated'
  | 'assigned'
  | 'attended'
  | 'callBackMissed'
  | 'claimed'
  | 'closed'
  | 'contacted'
  | 'contributed'
  | 'deadlineRecomputed'
  | 'delegated'
  | 'dispatched'
  | 'extended'
  | 'half'
  | 'handedUp'
  | 'imported'
  | 'instructed'
  | 'joined'
  | 'mediated'
  | 'merged'
  | 'minutesRecorded'
  | 'movedUp'
  | 'newRound'
  | 'notAccepted'
  | 'notRated'
  | 'orderAnswered'
  | 'orderIssued'
  | 'orderLifted'
  | 'orderOverdue'
  | 'partCancelled'
  | 'partOverdue'
  | 'paused'
  | 'planned'
  | 'published'
  | 'rated'
  | 'reassigned'
  | 'received'
  | 'reclassified'
  | 'redCard'
  | 'referralReturned'
  | 'referred'
  | 'released'
  | 'reopened'
  | 'repaired'
  | 'reporterRevealed'
  | 'residentUrged'
  | 'resolutionOverdue'
  | 'responseOverdue'
  | 'resumed'
  | 'retracted'
  | 'returned'
  | 'separated'
  | 'summoned'
  | 'suspended'
  | 'taskOpened'
  | 'unpublished'
  | 'urged'
  | 'verificationFailed'
  | 'verified'
  | 'withdrawn'
  | 'yellowCard';

export type TrendsBy =
  | 'category'
  | 'kind';

export type TurnConsultationInput = {
  /** A village or grid, where the question named none. */
  areaCode?: InputMaybe<Scalars['ID']['input']>;
  /** By whoever asked, without the account that asked. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** By staff: that whoever asked agrees. */
  consent?: InputMaybe<Scalars['Boolean']['input']>;
  /** A complaint unless said otherwise. */
  kind?: InputMaybe<CaseKind>;
  number: Scalars['ID']['input'];
};

/** Every condition given must hold. */
export type UnitFilter = {
  /** Units of this area and of those inside it. */
  areaCode?: InputMaybe<Scalars['ID']['input']>;
  /** Code of a domain the unit answers for. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  kind?: InputMaybe<UnitKind>;
  /** Units directly below this one. */
  parent?: InputMaybe<Scalars['ID']['input']>;
  /** Part of the name. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Those that take no tasks any more too. */
  withClosed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What a unit is. */
export type UnitKind =
  | 'cityCentre'
  | 'countyCentre'
  | 'department'
  | 'organisation'
  | 'townCentre'
  | 'village';

export type UnitSort =
  | 'code'
  | 'name';

export type UnpublishCaseArguments = {
  number: Scalars['ID']['input'];
};

export type UrgeCaseArguments = {
  /** Without one every call is an act of its own. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['ID']['input'];
  pickupCode?: InputMaybe<Scalars['String']['input']>;
  /** 4,000 characters at most. */
  text?: InputMaybe<Scalars['String']['input']>;
};

export type VerifyTaskArguments = {
  attachmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** What was found; 4,000 characters at most. */
  findings: Scalars['String']['input'];
  /** Without one the same content on the same version of the task counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  passed: Scalars['Boolean']['input'];
  taskId: Scalars['ID']['input'];
  /** The version you saw. */
  version: Scalars['Int']['input'];
};

/** pace: open work will break its deadlines at the pace of the last days. drift: longer at it than nine of ten of its kind. pingPong: returned twice or more. silence: a grid from which too little comes and which nobody patrols. */
export type WarningKind =
  | 'drift'
  | 'pace'
  | 'pingPong'
  | 'silence';

export type WithdrawCaseArguments = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['ID']['input'];
  pickupCode?: InputMaybe<Scalars['String']['input']>;
  reason: Scalars['String']['input'];
};

export type Join__ContextArgument = {
  context: Scalars['String']['input'];
  name: Scalars['String']['input'];
  selection: Scalars['join__FieldValue']['input'];
  type: Scalars['String']['input'];
};

export type Join__Graph =
  | 'CASES'
  | 'DEPARTMENTS'
  | 'EVALUATIONS'
  | 'GRIDS'
  | 'IDENTITY';

export type Link__Purpose =
  /** `EXECUTION` features provide metadata necessary for operation execution. */
  | 'EXECUTION'
  /** `SECURITY` features provide metadata necessary to securely resolve fields. */
  | 'SECURITY';

export type ActionCaseFragment = { __typename?: 'Case', number: string, countyCode: string, areaCode: string, path?: Path | null, receivedAt: string, resolutionDueAt: string, actions?: Array<CaseAction> | null, area: { __typename?: 'Area', code: string, name: string }, category?: { __typename?: 'Category', code: string, zh: string } | null, requestLimits?: { __typename?: 'RequestLimits', suspensionDays: number, extension: { __typename?: 'LimitOfTime', amount: number, unit: LimitUnit }, pause: { __typename?: 'LimitOfTime', amount: number, unit: LimitUnit } } | null, tasks?: Array<{ __typename?: 'Task', id: string, kind: TaskKind, title?: string | null, actions: Array<TaskAction>, area: { __typename?: 'Area', code: string, name: string } }> | null, records?: Array<{ __typename?: 'CaseRecord', kind: string, id: string, data: string }> | null };

export type ClaimMutationVariables = Exact<{
  input: TaskReferenceInput;
}>;


export type ClaimMutation = { __typename?: 'Mutation', claimTask: { __typename?: 'Task', id: string, version: number } };

export type ReleaseMutationVariables = Exact<{
  input: TaskReferenceInput;
}>;


export type ReleaseMutation = { __typename?: 'Mutation', releaseTask: { __typename?: 'Task', id: string, version: number } };

export type ContactMutationVariables = Exact<{
  input: RecordContactArguments;
}>;


export type ContactMutation = { __typename?: 'Mutation', recordContact: { __typename?: 'Task', id: string, version: number } };

export type AcceptMutationVariables = Exact<{
  input: AcceptTaskArguments;
}>;


export type AcceptMutation = { __typename?: 'Mutation', acceptTask: { __typename?: 'Task', id: string, version: number } };

export type CompleteMutationVariables = Exact<{
  input: CompleteTaskArguments;
}>;


export type CompleteMutation = { __typename?: 'Mutation', completeTask: { __typename?: 'Task', id: string, version: number } };

export type HandUpMutationVariables = Exact<{
  input: HandUpArguments;
}>;


export type HandUpMutation = { __typename?: 'Mutation', handUp: { __typename?: 'Task', id: string, version: number } };

export type DispatchMutationVariables = Exact<{
  input: DispatchArguments;
}>;


export type DispatchMutation = { __typename?: 'Mutation', dispatchCase: { __typename?: 'Task', id: string, version: number } };

export type ReturnMutationVariables = Exact<{
  input: ReturnTaskArguments;
}>;


export type ReturnMutation = { __typename?: 'Mutation', returnTask: { __typename?: 'Task', id: string, version: number } };

export type VerifyMutationVariables = Exact<{
  input: VerifyTaskArguments;
}>;


export type VerifyMutation = { __typename?: 'Mutation', verifyTask: { __typename?: 'Task', id: string, version: number } };

export type DecideMutationVariables = Exact<{
  input: DecideApprovalArguments;
}>;


export type DecideMutation = { __typename?: 'Mutation', decideApproval: { __typename?: 'Task', id: string, version: number } };

export type AnswerOrderMutationVariables = Exact<{
  input: CompleteTaskArguments;
}>;


export type AnswerOrderMutation = { __typename?: 'Mutation', answerOrder: { __typename?: 'Task', id: string, version: number } };

export type RequestApprovalMutationVariables = Exact<{
  input: RequestApprovalArguments;
}>;


export type RequestApprovalMutation = { __typename?: 'Mutation', requestApproval: { __typename?: 'Task', id: string, version: number } };

export type PlanPartsMutationVariables = Exact<{
  input: PlanPartsArguments;
}>;


export type PlanPartsMutation = { __typename?: 'Mutation', planParts: { __typename?: 'Task', id: string, version: number } };

export type AssignUnitsMutationVariables = Exact<{
  input: AssignUnitsArguments;
}>;


export type AssignUnitsMutation = { __typename?: 'Mutation', assignUnits: { __typename?: 'Task', id: string, version: number } };

export type DelegateMutationVariables = Exact<{
  input: DelegateArguments;
}>;


export type DelegateMutation = { __typename?: 'Mutation', delegateTask: { __typename?: 'Task', id: string, version: number } };

export type SummonMutationVariables = Exact<{
  input: SummonArguments;
}>;


export type SummonMutation = { __typename?: 'Mutation', summon: { __typename?: 'Task', id: string, version: number } };

export type RecordMinutesMutationVariables = Exact<{
  input: RecordMinutesArguments;
}>;


export type RecordMinutesMutation = { __typename?: 'Mutation', recordMinutes: { __typename?: 'Task', id: string, version: number } };

export type RecordMediationMutationVariables = Exact<{
  input: RecordMediationArguments;
}>;


export type RecordMediationMutation = { __typename?: 'Mutation', recordMediation: { __typename?: 'Task', id: string, version: number } };

export type AnswerReferralMutationVariables = Exact<{
  input: AnswerReferralArguments;
}>;


export type AnswerReferralMutation = { __typename?: 'Mutation', answerReferral: { __typename?: 'Task', id: string, version: number } };

export type ReassignMutationVariables = Exact<{
  input: ReassignTaskArguments;
}>;


export type ReassignMutation = { __typename?: 'Mutation', reassignTask: { __typename?: 'Case', number: string } };

export type CancelPartMutationVariables = Exact<{
  input: CancelPartArguments;
}>;


export type CancelPartMutation = { __typename?: 'Mutation', cancelPart: { __typename?: 'Case', number: string } };

export type RecordAttendanceMutationVariables = Exact<{
  input: RecordAttendanceArguments;
}>;


export type RecordAttendanceMutation = { __typename?: 'Mutation', recordAttendance: { __typename?: 'Case', number: string } };

export type SuperviseMutationVariables = Exact<{
  input: SuperviseArguments;
}>;


export type SuperviseMutation = { __typename?: 'Mutation', superviseCase: { __typename?: 'Case', number: string } };

export type InstructMutationVariables = Exact<{
  input: InstructArguments;
}>;


export type InstructMutation = { __typename?: 'Mutation', instruct: { __typename?: 'Case', number: string } };

export type ReclassifyMutationVariables = Exact<{
  input: ReclassifyArguments;
}>;


export type ReclassifyMutation = { __typename?: 'Mutation', reclassifyCase: { __typename?: 'Case', number: string } };

export type ResumeMutationVariables = Exact<{
  input: CaseReasonArguments;
}>;


export type ResumeMutation = { __typename?: 'Mutation', resumeCase: { __typename?: 'Case', number: string } };

export type MergeMutationVariables = Exact<{
  input: MergeArguments;
}>;


export type MergeMutation = { __typename?: 'Mutation', mergeCase: { __typename?: 'Case', number: string } };

export type SeparateMutationVariables = Exact<{
  input: CaseReasonArguments;
}>;


export type SeparateMutation = { __typename?: 'Mutation', separateCase: { __typename?: 'Case', number: string } };

export type NoteOnCaseMutationVariables = Exact<{
  input: NoteCaseArguments;
}>;


export type NoteOnCaseMutation = { __typename?: 'Mutation', noteCase: { __typename?: 'Case', number: string } };

export type PositionsOfQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PositionsOfQuery = { __typename?: 'Query', person?: { __typename?: 'Person', id: string, positions: Array<{ __typename?: 'Position', id: string, role: PositionRole, areaCode: string, unitCode?: string | null, area: { __typename?: 'Area', name: string }, unit?: { __typename?: 'Unit', name: string } | null }> } | null };

export type PowersToChooseQueryVariables = Exact<{
  filter: PowerFilter;
}>;


export type PowersToChooseQuery = { __typename?: 'Query', powers: Array<{ __typename?: 'Power', id: string, name: string, legalGround: string, leadUnit?: { __typename?: 'Unit', code: string, name: string } | null }> };

export type AnswerTemplatesQueryVariables = Exact<{
  filter: ResponseTemplateFilter;
}>;


export type AnswerTemplatesQuery = { __typename?: 'Query', responseTemplates: Array<{ __typename?: 'ResponseTemplate', id: string, name: string, text: string }> };

export type PrepareAttachmentMutationVariables = Exact<{
  taken?: InputMaybe<TakenInput>;
}>;


export type PrepareAttachmentMutation = { __typename?: 'Mutation', prepareAttachment: { __typename?: 'AttachmentUpload', id: string, url: string } };

export type PreparePatrolPictureMutationVariables = Exact<{
  taken?: InputMaybe<TakenInput>;
}>;


export type PreparePatrolPictureMutation = { __typename?: 'Mutation', preparePatrolPicture: { __typename?: 'PatrolUpload', id: string, url: string } };

export type CaseAuditQueryVariables = Exact<{
  number: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type CaseAuditQuery = { __typename?: 'Query', caseAudit: { __typename?: 'AuditPage', endCursor?: string | null, items: Array<{ __typename?: 'AuditRecord', id: string, at: string, operation: string, outcome: AuditOutcome, errorCode?: string | null, actorKind: string, actorSubject?: string | null, clientId?: string | null, targetType?: string | null, targetId?: string | null, isChained: boolean }> } };

export type AuditedPersonQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AuditedPersonQuery = { __typename?: 'Query', person?: { __typename?: 'Person', id: string, name: string } | null };

export type CaseFactsFragment = { __typename?: 'Case', number: string, title?: string | null, text: string, placeText?: string | null, kind: CaseKind, caseClass?: CaseClass | null, mode?: CaseMode | null, channel: Channel, receivedAt: string, reportedAt?: string | null, resolutionDueAt: string, masked: boolean, deadlineExplained?: string | null, sourceReference?: string | null, duplicateOf?: string | null, rating?: RatingValue | null, area: { __typename?: 'Area', code: string, name: string, ancestors: Array<{ __typename?: 'Area', code: string, name: string, level: AreaLevel }> }, category?: { __typename?: 'Category', code: string, zh: string, en: string } | null, handler?: { __typename?: 'Person', id: string, name: string } | null, reporter?: { __typename?: 'MaskedReporter', name?: string | null, phone?: string | null, erased: boolean } | null, attachments: Array<{ __typename?: 'Attachment', id: string, kind: string, mediaType: string, url: string, latitude?: number | null, longitude?: number | null }>, timeline: Array<{ __typename?: 'TimelineEntry', data: string }> };

export type CaseByNumberQueryVariables = Exact<{
  number: Scalars['ID']['input'];
}>;


export type CaseByNumberQuery = { __typename?: 'Query', case: { __typename?: 'Case', mergedInto?: string | null, qrPointCode?: string | null, publicTitle?: string | null, sameHere?: number | null, mayPublish: boolean, number: string, title?: string | null, text: string, placeText?: string | null, kind: CaseKind, caseClass?: CaseClass | null, mode?: CaseMode | null, channel: Channel, receivedAt: string, reportedAt?: string | null, resolutionDueAt: string, masked: boolean, deadlineExplained?: string | null, sourceReference?: string | null, duplicateOf?: string | null, rating?: RatingValue | null, stage: Stage, path?: Path | null, card: Card, closedAt?: string | null, round: number, paused?: Paused | null, reviewAt?: string | null, countyCode: string, provisional: boolean, areaCode: string, actions?: Array<CaseAction> | null, reason?: { __typename?: 'CaseReason', isMachine: boolean, zh: string, en: string } | null, area: { __typename?: 'Area', code: string, name: string, ancestors: Array<{ __typename?: 'Area', code: string, name: string, level: AreaLevel }> }, category?: { __typename?: 'Category', code: string, zh: string, en: string } | null, handler?: { __typename?: 'Person', id: string, name: string } | null, reporter?: { __typename?: 'MaskedReporter', name?: string | null, phone?: string | null, erased: boolean } | null, attachments: Array<{ __typename?: 'Attachment', id: string, kind: string, mediaType: string, url: string, latitude?: number | null, longitude?: number | null }>, timeline: Array<{ __typename?: 'TimelineEntry', data: string, cursor: string, type: TimelineType, at: string, actorKind: string, actorRole?: string | null, text?: string | null, internal: boolean, taskId?: string | null, actor?: { __typename?: 'Person', id: string, name: string } | null }>, urged?: { __typename?: 'Urged', times: number, byResident: number, lastAt: string } | null, cameBack?: { __typename?: 'CameBack', kind: CameBackKind, at: string } | null, tasks?: Array<{ __typename?: 'Task', id: string, actions: Array<TaskAction>, holderSubject?: string | null, kind: TaskKind, tier?: Tier | null, roles: Array<string>, title?: string | null, openedAt: string, dueAt: string, workingMinutesLeft?: number | null, unitCode?: string | null, holder?: { __typename?: 'Person', id: string, name: string } | null, area: { __typename?: 'Area', code: string, name: string }, unit?: { __typename?: 'Unit', code: string, name: string } | null }> | null, ledger?: Array<{ __typename?: 'ClockEntry', seq: number, kind: string, at: string, entry: string }> | null, marks?: Array<{ __typename?: 'CountedMark', key: string, mark: string, clock: string, at: string, tier: Tier, roles: Array<string>, area: string }> | null, records?: Array<{ __typename?: 'CaseRecord', kind: string, id: string, data: string, at: string, actor?: { __typename?: 'Person', id: string, name: string } | null }> | null, requestLimits?: { __typename?: 'RequestLimits', suspensionDays: number, extension: { __typename?: 'LimitOfTime', amount: number, unit: LimitUnit }, pause: { __typename?: 'LimitOfTime', amount: number, unit: LimitUnit } } | null }, myPositions: Array<{ __typename?: 'Position', id: string, role: PositionRole, area: { __typename?: 'Area', code: string } }> };

export type CaseClocksFragment = { __typename?: 'Case', countyCode: string, resolutionDueAt: string, deadlineExplained?: string | null, provisional: boolean, paused?: Paused | null, reviewAt?: string | null, ledger?: Array<{ __typename?: 'ClockEntry', seq: number, kind: string, at: string, entry: string }> | null, marks?: Array<{ __typename?: 'CountedMark', key: string, mark: string, clock: string, at: string, tier: Tier, roles: Array<string>, area: string }> | null };

export type NoteMutationVariables = Exact<{
  input: NoteCaseArguments;
}>;


export type NoteMutation = { __typename?: 'Mutation', noteCase: { __typename?: 'Case', number: string } };

export type CasePathFragment = { __typename?: 'Case', stage: Stage, path?: Path | null, card: Card, closedAt?: string | null, round: number, paused?: Paused | null, reviewAt?: string | null, timeline: Array<{ __typename?: 'TimelineEntry', type: TimelineType }>, urged?: { __typename?: 'Urged', times: number, byResident: number, lastAt: string } | null, cameBack?: { __typename?: 'CameBack', kind: CameBackKind, at: string } | null, tasks?: Array<{ __typename?: 'Task', id: string, actions: Array<TaskAction>, holderSubject?: string | null, kind: TaskKind, tier?: Tier | null, roles: Array<string>, title?: string | null, openedAt: string, dueAt: string, workingMinutesLeft?: number | null, holder?: { __typename?: 'Person', id: string, name: string } | null, area: { __typename?: 'Area', code: string, name: string }, unit?: { __typename?: 'Unit', code: string, name: string } | null }> | null };

export type PlaceOfAreaQueryVariables = Exact<{
  code: Scalars['ID']['input'];
}>;


export type PlaceOfAreaQuery = { __typename?: 'Query', area?: { __typename?: 'Area', code: string, name: string, level: AreaLevel, boundary?: unknown | null, ancestors: Array<{ __typename?: 'Area', code: string, name: string, level: AreaLevel }>, parent?: { __typename?: 'Area', code: string, name: string, level: AreaLevel, boundary?: unknown | null } | null } | null };

export type PlaceOfPointQueryVariables = Exact<{
  code: Scalars['ID']['input'];
}>;


export type PlaceOfPointQuery = { __typename?: 'Query', qrPoint?: { __typename?: 'QrPoint', code: string, label: string, latitude?: number | null, longitude?: number | null } | null };

export type BeOnCaseMutationVariables = Exact<{
  number: Scalars['ID']['input'];
}>;


export type BeOnCaseMutation = { __typename?: 'Mutation', beOnCase: Array<{ __typename?: 'Person', id: string, name: string }> };

export type PublishCaseMutationVariables = Exact<{
  input: PublishCaseArguments;
}>;


export type PublishCaseMutation = { __typename?: 'Mutation', publishCase: { __typename?: 'Case', number: string } };

export type UnpublishCaseMutationVariables = Exact<{
  input: UnpublishCaseArguments;
}>;


export type UnpublishCaseMutation = { __typename?: 'Mutation', unpublishCase: { __typename?: 'Case', number: string } };

export type CaseRecordsFragment = { __typename?: 'Case', records?: Array<{ __typename?: 'CaseRecord', kind: string, id: string, data: string, at: string, actor?: { __typename?: 'Person', id: string, name: string } | null }> | null, tasks?: Array<{ __typename?: 'Task', id: string, kind: TaskKind, title?: string | null, openedAt: string, dueAt: string, workingMinutesLeft?: number | null, roles: Array<string>, unitCode?: string | null, holder?: { __typename?: 'Person', id: string, name: string } | null, area: { __typename?: 'Area', code: string, name: string }, unit?: { __typename?: 'Unit', code: string, name: string } | null }> | null, timeline: Array<{ __typename?: 'TimelineEntry', type: TimelineType, taskId?: string | null, text?: string | null, data: string, actor?: { __typename?: 'Person', id: string, name: string } | null }>, attachments: Array<{ __typename?: 'Attachment', id: string, mediaType: string, url: string }> };

export type RevealMutationVariables = Exact<{
  input: RevealReporterArguments;
}>;


export type RevealMutation = { __typename?: 'Mutation', revealReporter: { __typename?: 'Reporter', name?: string | null, phone?: string | null, reference?: string | null, erased: boolean } };

export type SameEventQueryVariables = Exact<{
  number: Scalars['ID']['input'];
}>;


export type SameEventQuery = { __typename?: 'Query', cases: Array<{ __typename?: 'Case', number: string, title?: string | null, text: string, receivedAt: string, stage: Stage }> };

export type BehindNamesQueryVariables = Exact<{
  unit: Scalars['ID']['input'];
  category: Scalars['ID']['input'];
}>;


export type BehindNamesQuery = { __typename?: 'Query', unit?: { __typename?: 'Unit', code: string, name: string } | null, category?: { __typename?: 'Category', code: string, name: string } | null };

export type SearchCasesQueryVariables = Exact<{
  filter: CaseFilterInput;
  after?: InputMaybe<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
}>;


export type SearchCasesQuery = { __typename?: 'Query', cases: Array<{ __typename?: 'Case', number: string, title?: string | null, text: string, stage: Stage, path?: Path | null, card: Card, kind: CaseKind, round: number, receivedAt: string, resolutionDueAt: string, resolvedAt?: string | null, closedAt?: string | null, resolutionOverdue: boolean, paused?: Paused | null, reviewAt?: string | null, area: { __typename?: 'Area', code: string, name: string }, handler?: { __typename?: 'Person', id: string, name: string } | null, requestLimits?: { __typename?: 'RequestLimits', extension: { __typename?: 'LimitOfTime', amount: number, unit: LimitUnit } } | null }> };

export type CaseTimelineFragment = { __typename?: 'Case', timeline: Array<{ __typename?: 'TimelineEntry', cursor: string, type: TimelineType, at: string, actorKind: string, actorRole?: string | null, text?: string | null, internal: boolean, data: string, actor?: { __typename?: 'Person', id: string, name: string } | null }>, attachments: Array<{ __typename?: 'Attachment', id: string, mediaType: string, url: string }> };

export type CaseNewsSubscriptionVariables = Exact<{
  number: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type CaseNewsSubscription = { __typename?: 'Subscription', caseEvents: { __typename?: 'TimelineEntry', cursor: string } };

export type CountyCalendarQueryVariables = Exact<{
  countyCode: Scalars['String']['input'];
}>;


export type CountyCalendarQuery = { __typename?: 'Query', workingCalendar: { __typename?: 'WorkingCalendar', version: number, years: Array<number>, weekdays: Array<number>, periods: Array<{ __typename?: 'DayPeriod', from: string, until: string }>, days: Array<{ __typename?: 'CalendarDay', date: string, kind: CalendarDayKind, periods: Array<{ __typename?: 'DayPeriod', from: string, until: string }> }> } };

export type ChangedCasesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ChangedCasesSubscription = { __typename?: 'Subscription', changedCases: Array<string> };

export type ClaimOfManyMutationVariables = Exact<{
  input: TaskReferenceInput;
}>;


export type ClaimOfManyMutation = { __typename?: 'Mutation', claimTask: { __typename?: 'Task', id: string, version: number } };

export type ReleaseOfManyMutationVariables = Exact<{
  input: TaskReferenceInput;
}>;


export type ReleaseOfManyMutation = { __typename?: 'Mutation', releaseTask: { __typename?: 'Task', id: string, version: number } };

export type AcceptOfManyMutationVariables = Exact<{
  input: AcceptTaskArguments;
}>;


export type AcceptOfManyMutation = { __typename?: 'Mutation', acceptTask: { __typename?: 'Task', id: string, version: number } };

export type UrgeOfManyMutationVariables = Exact<{
  input: SuperviseArguments;
}>;


export type UrgeOfManyMutation = { __typename?: 'Mutation', superviseCase: { __typename?: 'Case', number: string } };

export type SavedViewsQueryVariables = Exact<{
  page: Scalars['String']['input'];
}>;


export type SavedViewsQuery = { __typename?: 'Query', savedViews: Array<{ __typename?: 'SavedView', id: string, name: string, query: string, sharedWithUnit: boolean, mine: boolean }> };

export type SaveViewMutationVariables = Exact<{
  input: SaveViewInput;
}>;


export type SaveViewMutation = { __typename?: 'Mutation', saveView: { __typename?: 'SavedView', id: string } };

export type RemoveViewMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RemoveViewMutation = { __typename?: 'Mutation', removeView: boolean };

export type TaskWithCaseQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type TaskWithCaseQuery = { __typename?: 'Query', task: { __typename?: 'Task', id: string, kind: TaskKind, state: TaskState, version: number, title?: string | null, dueAt: string, workingMinutesLeft?: number | null, openedAt: string, actions: Array<TaskAction>, round: number, result?: string | null, data: string, areaCode: string, unitCode?: string | null, holder?: { __typename?: 'Person', id: string, name: string } | null, unit?: { __typename?: 'Unit', code: string, name: string } | null, area: { __typename?: 'Area', code: string, name: string }, case?: { __typename?: 'Case', number: string, title?: string | null, text: string, placeText?: string | null, kind: CaseKind, caseClass?: CaseClass | null, mode?: CaseMode | null, channel: Channel, receivedAt: string, reportedAt?: string | null, resolutionDueAt: string, masked: boolean, deadlineExplained?: string | null, sourceReference?: string | null, duplicateOf?: string | null, rating?: RatingValue | null, stage: Stage, path?: Path | null, card: Card, closedAt?: string | null, round: number, paused?: Paused | null, reviewAt?: string | null, countyCode: string, areaCode: string, actions?: Array<CaseAction> | null, area: { __typename?: 'Area', code: string, name: string, ancestors: Array<{ __typename?: 'Area', code: string, name: string, level: AreaLevel }> }, category?: { __typename?: 'Category', code: string, zh: string, en: string } | null, handler?: { __typename?: 'Person', id: string, name: string } | null, reporter?: { __typename?: 'MaskedReporter', name?: string | null, phone?: string | null, erased: boolean } | null, attachments: Array<{ __typename?: 'Attachment', id: string, kind: string, mediaType: string, url: string, latitude?: number | null, longitude?: number | null }>, timeline: Array<{ __typename?: 'TimelineEntry', data: string, cursor: string, type: TimelineType, at: string, actorKind: string, actorRole?: string | null, text?: string | null, internal: boolean, actor?: { __typename?: 'Person', id: string, name: string } | null }>, urged?: { __typename?: 'Urged', times: number, byResident: number, lastAt: string } | null, cameBack?: { __typename?: 'CameBack', kind: CameBackKind, at: string } | null, tasks?: Array<{ __typename?: 'Task', id: string, actions: Array<TaskAction>, holderSubject?: string | null, kind: TaskKind, tier?: Tier | null, roles: Array<string>, title?: string | null, openedAt: string, dueAt: string, workingMinutesLeft?: number | null, holder?: { __typename?: 'Person', id: string, name: string } | null, area: { __typename?: 'Area', code: string, name: string }, unit?: { __typename?: 'Unit', code: string, name: string } | null }> | null, requestLimits?: { __typename?: 'RequestLimits', suspensionDays: number, extension: { __typename?: 'LimitOfTime', amount: number, unit: LimitUnit }, pause: { __typename?: 'LimitOfTime', amount: number, unit: LimitUnit } } | null, records?: Array<{ __typename?: 'CaseRecord', kind: string, id: string, data: string }> | null } | null } };

export type MyTasksQueryVariables = Exact<{
  filter: TaskFilterInput;
  after?: InputMaybe<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
  withHolder: Scalars['Boolean']['input'];
}>;


export type MyTasksQuery = { __typename?: 'Query', myTasks: Array<{ __typename?: 'Task', id: string, kind: TaskKind, state: TaskState, version: number, title?: string | null, dueAt: string, workingMinutesLeft?: number | null, openedAt: string, closedAt?: string | null, holderSubject?: string | null, actions: Array<TaskAction>, holder?: { __typename?: 'Person', id: string, name: string } | null, area: { __typename?: 'Area', code: string, name: string }, urged?: { __typename?: 'Urged', times: number, byResident: number, lastAt: string } | null, cameBack?: { __typename?: 'CameBack', kind: CameBackKind, at: string } | null, case?: { __typename?: 'Case', number: string, title?: string | null, text: string, stage: Stage, kind: CaseKind, channel: Channel, card: Card, paused?: Paused | null, reviewAt?: string | null, actions?: Array<CaseAction> | null } | null }> };

export type SendClaimMutationVariables = Exact<{
  input: TaskReferenceInput;
}>;


export type SendClaimMutation = { __typename?: 'Mutation', claimTask: { __typename?: 'Task', id: string, version: number } };

export type SendAcceptanceMutationVariables = Exact<{
  input: AcceptTaskArguments;
}>;


export type SendAcceptanceMutation = { __typename?: 'Mutation', acceptTask: { __typename?: 'Task', id: string, version: number } };

export type SendHandUpMutationVariables = Exact<{
  input: HandUpArguments;
}>;


export type SendHandUpMutation = { __typename?: 'Mutation', handUp: { __typename?: 'Task', id: string, version: number } };

export type SendContactMutationVariables = Exact<{
  input: RecordContactArguments;
}>;


export type SendContactMutation = { __typename?: 'Mutation', recordContact: { __typename?: 'Task', id: string, version: number } };

export type SendNoteMutationVariables = Exact<{
  input: NoteCaseArguments;
}>;


export type SendNoteMutation = { __typename?: 'Mutation', noteCase: { __typename?: 'Case', number: string } };

export type SendAnswerMutationVariables = Exact<{
  input: CompleteTaskArguments;
}>;


export type SendAnswerMutation = { __typename?: 'Mutation', completeTask: { __typename?: 'Task', id: string, version: number } };

export type SendVerificationMutationVariables = Exact<{
  input: VerifyTaskArguments;
}>;


export type SendVerificationMutation = { __typename?: 'Mutation', verifyTask: { __typename?: 'Task', id: string, version: number } };

export type SendCheckInMutationVariables = Exact<{
  input: CheckInPatrolInput;
}>;


export type SendCheckInMutation = { __typename?: 'Mutation', checkInPatrol: { __typename?: 'PatrolRound', gridCode: string } };

export type SendRoundMutationVariables = Exact<{
  input: CompletePatrolInput;
}>;


export type SendRoundMutation = { __typename?: 'Mutation', completePatrol: { __typename?: 'PatrolRound', gridCode: string, findings: Array<{ __typename?: 'PatrolFinding', id: string, text: string, caseNumber?: string | null }> } };

export type SendFindingMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SendFindingMutation = { __typename?: 'Mutation', startCaseFromFinding: { __typename?: 'PatrolFinding', id: string, caseNumber?: string | null } };

export type NewestTaskQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type NewestTaskQuery = { __typename?: 'Query', task: { __typename?: 'Task', id: string, version: number } };

export type AreaDirectoryQueryVariables = Exact<{
  county: Scalars['ID']['input'];
}>;


export type AreaDirectoryQuery = { __typename?: 'Query', areaDirectory: Array<{ __typename?: 'AreaEntry', code: string, name: string, aliases: Array<string> }> };

export type CountiesQueryVariables = Exact<{
  city: Scalars['ID']['input'];
}>;


export type CountiesQuery = { __typename?: 'Query', areas: Array<{ __typename?: 'Area', code: string, name: string, aliases: Array<string> }> };

export type CasesToChooseQueryVariables = Exact<{
  filter: CaseFilterInput;
}>;


export type CasesToChooseQuery = { __typename?: 'Query', cases: Array<{ __typename?: 'Case', number: string, title?: string | null, text: string, stage: Stage }> };

export type CaseToChooseQueryVariables = Exact<{
  number: Scalars['ID']['input'];
}>;


export type CaseToChooseQuery = { __typename?: 'Query', case: { __typename?: 'Case', number: string, title?: string | null, text: string, stage: Stage } };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { __typename?: 'Query', myPositions: Array<{ __typename?: 'Position', areaCode: string }> };

export type PeopleToChooseQueryVariables = Exact<{
  filter: PeopleFilter;
}>;


export type PeopleToChooseQuery = { __typename?: 'Query', people: { __typename?: 'PersonPage', nodes: Array<{ __typename?: 'Person', id: string, name: string, positions: Array<{ __typename?: 'Position', role: PositionRole, area: { __typename?: 'Area', name: string }, unit?: { __typename?: 'Unit', name: string } | null }> }> } };

export type PersonByIdQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PersonByIdQuery = { __typename?: 'Query', person?: { __typename?: 'Person', id: string, name: string, positions: Array<{ __typename?: 'Position', role: PositionRole, area: { __typename?: 'Area', name: string }, unit?: { __typename?: 'Unit', name: string } | null }> } | null };

export type UnitsToChooseQueryVariables = Exact<{
  filter: UnitFilter;
}>;


export type UnitsToChooseQuery = { __typename?: 'Query', units: Array<{ __typename?: 'Unit', code: string, name: string, parent?: { __typename?: 'Unit', name: string } | null, area: { __typename?: 'Area', name: string } }> };

export type UnitByCodeQueryVariables = Exact<{
  code: Scalars['ID']['input'];
}>;


export type UnitByCodeQuery = { __typename?: 'Query', unit?: { __typename?: 'Unit', code: string, name: string, parent?: { __typename?: 'Unit', name: string } | null, area: { __typename?: 'Area', name: string } } | null };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { __typename?: 'Query', me?: { __typename?: 'Person', id: string, name: string } | null, myPositions: Array<{ __typename?: 'Position', id: string, role: PositionRole, area: { __typename?: 'Area', code: string, name: string }, unit?: { __typename?: 'Unit', code: string, name: string } | null }> };

export const ActionCaseFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActionCase"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"countyCode"}},{"kind":"Field","name":{"kind":"Name","value":"areaCode"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolutionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"category"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"zh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestLimits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extension"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pause"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suspensionDays"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"data"}}]}}]}}]} as unknown as DocumentNode<ActionCaseFragment, unknown>;
export const CaseFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"placeText"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"caseClass"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reportedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolutionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"masked"}},{"kind":"Field","name":{"kind":"Name","value":"deadlineExplained"}},{"kind":"Field","name":{"kind":"Name","value":"sourceReference"}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOf"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ancestors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"category"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"zh"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handler"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reporter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"erased"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"data"}}]}}]}}]} as unknown as DocumentNode<CaseFactsFragment, unknown>;
export const CaseClocksFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseClocks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"countyCode"}},{"kind":"Field","name":{"kind":"Name","value":"resolutionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"deadlineExplained"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"ledger"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"entry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"mark"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","alias":{"kind":"Name","value":"area"},"name":{"kind":"Name","value":"areaCode"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}}]}}]}}]} as unknown as DocumentNode<CaseClocksFragment, unknown>;
export const CasePathFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CasePath"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"card"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"round"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"urged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"times"}},{"kind":"Field","name":{"kind":"Name","value":"byResident"}},{"kind":"Field","name":{"kind":"Name","value":"lastAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cameBack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"holderSubject"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingMinutesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<CasePathFragment, unknown>;
export const CaseRecordsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseRecords"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingMinutesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"unitCode"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]} as unknown as DocumentNode<CaseRecordsFragment, unknown>;
export const CaseTimelineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorKind"}},{"kind":"Field","name":{"kind":"Name","value":"actorRole"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"internal"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]} as unknown as DocumentNode<CaseTimelineFragment, unknown>;
export const ClaimDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Claim"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskReferenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claimTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<ClaimMutation, ClaimMutationVariables>;
export const ReleaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Release"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskReferenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<ReleaseMutation, ReleaseMutationVariables>;
export const ContactDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Contact"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordContactArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordContact"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<ContactMutation, ContactMutationVariables>;
export const AcceptDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Accept"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptTaskArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<AcceptMutation, AcceptMutationVariables>;
export const CompleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Complete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteTaskArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<CompleteMutation, CompleteMutationVariables>;
export const HandUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HandUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HandUpArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"handUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<HandUpMutation, HandUpMutationVariables>;
export const DispatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Dispatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DispatchArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dispatchCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<DispatchMutation, DispatchMutationVariables>;
export const ReturnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Return"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReturnTaskArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"returnTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<ReturnMutation, ReturnMutationVariables>;
export const VerifyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Verify"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VerifyTaskArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<VerifyMutation, VerifyMutationVariables>;
export const DecideDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Decide"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecideApprovalArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideApproval"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<DecideMutation, DecideMutationVariables>;
export const AnswerOrderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnswerOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteTaskArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answerOrder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<AnswerOrderMutation, AnswerOrderMutationVariables>;
export const RequestApprovalDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestApproval"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestApprovalArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestApproval"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<RequestApprovalMutation, RequestApprovalMutationVariables>;
export const PlanPartsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PlanParts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlanPartsArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"planParts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<PlanPartsMutation, PlanPartsMutationVariables>;
export const AssignUnitsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AssignUnits"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AssignUnitsArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignUnits"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<AssignUnitsMutation, AssignUnitsMutationVariables>;
export const DelegateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Delegate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DelegateArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delegateTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<DelegateMutation, DelegateMutationVariables>;
export const SummonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Summon"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SummonArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"summon"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<SummonMutation, SummonMutationVariables>;
export const RecordMinutesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordMinutes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordMinutesArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordMinutes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<RecordMinutesMutation, RecordMinutesMutationVariables>;
export const RecordMediationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordMediation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordMediationArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordMediation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<RecordMediationMutation, RecordMediationMutationVariables>;
export const AnswerReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnswerReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerReferralArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answerReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<AnswerReferralMutation, AnswerReferralMutationVariables>;
export const ReassignDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Reassign"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReassignTaskArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reassignTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<ReassignMutation, ReassignMutationVariables>;
export const CancelPartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelPart"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelPartArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelPart"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<CancelPartMutation, CancelPartMutationVariables>;
export const RecordAttendanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordAttendance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAttendanceArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordAttendance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<RecordAttendanceMutation, RecordAttendanceMutationVariables>;
export const SuperviseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Supervise"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SuperviseArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"superviseCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<SuperviseMutation, SuperviseMutationVariables>;
export const InstructDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Instruct"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InstructArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instruct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<InstructMutation, InstructMutationVariables>;
export const ReclassifyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Reclassify"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReclassifyArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reclassifyCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<ReclassifyMutation, ReclassifyMutationVariables>;
export const ResumeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Resume"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseReasonArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<ResumeMutation, ResumeMutationVariables>;
export const MergeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Merge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MergeArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mergeCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<MergeMutation, MergeMutationVariables>;
export const SeparateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Separate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseReasonArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"separateCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<SeparateMutation, SeparateMutationVariables>;
export const NoteOnCaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"NoteOnCase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NoteCaseArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"noteCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<NoteOnCaseMutation, NoteOnCaseMutationVariables>;
export const PositionsOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PositionsOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"areaCode"}},{"kind":"Field","name":{"kind":"Name","value":"unitCode"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PositionsOfQuery, PositionsOfQueryVariables>;
export const PowersToChooseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PowersToChoose"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PowerFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"powers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"legalGround"}},{"kind":"Field","name":{"kind":"Name","value":"leadUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<PowersToChooseQuery, PowersToChooseQueryVariables>;
export const AnswerTemplatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AnswerTemplates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResponseTemplateFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"responseTemplates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]} as unknown as DocumentNode<AnswerTemplatesQuery, AnswerTemplatesQueryVariables>;
export const PrepareAttachmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PrepareAttachment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"taken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TakenInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prepareAttachment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"taken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"taken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]} as unknown as DocumentNode<PrepareAttachmentMutation, PrepareAttachmentMutationVariables>;
export const PreparePatrolPictureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreparePatrolPicture"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"taken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TakenInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preparePatrolPicture"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"taken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"taken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]} as unknown as DocumentNode<PreparePatrolPictureMutation, PreparePatrolPictureMutationVariables>;
export const CaseAuditDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CaseAudit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseAudit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}},{"kind":"Field","name":{"kind":"Name","value":"actorKind"}},{"kind":"Field","name":{"kind":"Name","value":"actorSubject"}},{"kind":"Field","name":{"kind":"Name","value":"clientId"}},{"kind":"Field","name":{"kind":"Name","value":"targetType"}},{"kind":"Field","name":{"kind":"Name","value":"targetId"}},{"kind":"Field","name":{"kind":"Name","value":"isChained"}}]}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]} as unknown as DocumentNode<CaseAuditQuery, CaseAuditQueryVariables>;
export const AuditedPersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditedPerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AuditedPersonQuery, AuditedPersonQueryVariables>;
export const CaseByNumberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CaseByNumber"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseTimeline"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CasePath"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseClocks"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseRecords"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActionCase"}},{"kind":"Field","name":{"kind":"Name","value":"mergedInto"}},{"kind":"Field","name":{"kind":"Name","value":"qrPointCode"}},{"kind":"Field","name":{"kind":"Name","value":"publicTitle"}},{"kind":"Field","name":{"kind":"Name","value":"sameHere"}},{"kind":"Field","name":{"kind":"Name","value":"mayPublish"}},{"kind":"Field","name":{"kind":"Name","value":"reason"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isMachine"}},{"kind":"Field","name":{"kind":"Name","value":"zh"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"myPositions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"placeText"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"caseClass"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reportedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolutionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"masked"}},{"kind":"Field","name":{"kind":"Name","value":"deadlineExplained"}},{"kind":"Field","name":{"kind":"Name","value":"sourceReference"}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOf"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ancestors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"category"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"zh"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handler"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reporter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"erased"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"data"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorKind"}},{"kind":"Field","name":{"kind":"Name","value":"actorRole"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"internal"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CasePath"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"card"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"round"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"urged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"times"}},{"kind":"Field","name":{"kind":"Name","value":"byResident"}},{"kind":"Field","name":{"kind":"Name","value":"lastAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cameBack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"holderSubject"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingMinutesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseClocks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"countyCode"}},{"kind":"Field","name":{"kind":"Name","value":"resolutionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"deadlineExplained"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"ledger"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"entry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"mark"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","alias":{"kind":"Name","value":"area"},"name":{"kind":"Name","value":"areaCode"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseRecords"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingMinutesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"unitCode"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActionCase"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"countyCode"}},{"kind":"Field","name":{"kind":"Name","value":"areaCode"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolutionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"category"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"zh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestLimits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extension"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pause"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suspensionDays"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"data"}}]}}]}}]} as unknown as DocumentNode<CaseByNumberQuery, CaseByNumberQueryVariables>;
export const NoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Note"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NoteCaseArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"noteCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<NoteMutation, NoteMutationVariables>;
export const PlaceOfAreaDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlaceOfArea"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"area"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"boundary"}},{"kind":"Field","name":{"kind":"Name","value":"ancestors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"boundary"}}]}}]}}]}}]} as unknown as DocumentNode<PlaceOfAreaQuery, PlaceOfAreaQueryVariables>;
export const PlaceOfPointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlaceOfPoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"qrPoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}}]}}]} as unknown as DocumentNode<PlaceOfPointQuery, PlaceOfPointQueryVariables>;
export const BeOnCaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BeOnCase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beOnCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<BeOnCaseMutation, BeOnCaseMutationVariables>;
export const PublishCaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PublishCase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PublishCaseArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<PublishCaseMutation, PublishCaseMutationVariables>;
export const UnpublishCaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnpublishCase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnpublishCaseArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unpublishCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<UnpublishCaseMutation, UnpublishCaseMutationVariables>;
export const RevealDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Reveal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevealReporterArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revealReporter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"erased"}}]}}]}}]} as unknown as DocumentNode<RevealMutation, RevealMutationVariables>;
export const SameEventDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SameEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"mergedInto"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}}]}}]}}]} as unknown as DocumentNode<SameEventQuery, SameEventQueryVariables>;
export const BehindNamesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BehindNames"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unit"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"category"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unit"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"category"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"category"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<BehindNamesQuery, BehindNamesQueryVariables>;
export const SearchCasesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchCases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFilterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"card"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"round"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolutionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolutionOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handler"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestLimits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extension"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SearchCasesQuery, SearchCasesQueryVariables>;
export const CaseNewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CaseNews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]} as unknown as DocumentNode<CaseNewsSubscription, CaseNewsSubscriptionVariables>;
export const CountyCalendarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CountyCalendar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"countyCode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workingCalendar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"countyCode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"countyCode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"years"}},{"kind":"Field","name":{"kind":"Name","value":"weekdays"}},{"kind":"Field","name":{"kind":"Name","value":"periods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"periods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CountyCalendarQuery, CountyCalendarQueryVariables>;
export const ChangedCasesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ChangedCases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changedCases"}}]}}]} as unknown as DocumentNode<ChangedCasesSubscription, ChangedCasesSubscriptionVariables>;
export const ClaimOfManyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ClaimOfMany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskReferenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claimTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<ClaimOfManyMutation, ClaimOfManyMutationVariables>;
export const ReleaseOfManyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseOfMany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskReferenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<ReleaseOfManyMutation, ReleaseOfManyMutationVariables>;
export const AcceptOfManyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptOfMany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptTaskArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<AcceptOfManyMutation, AcceptOfManyMutationVariables>;
export const UrgeOfManyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UrgeOfMany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SuperviseArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"superviseCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<UrgeOfManyMutation, UrgeOfManyMutationVariables>;
export const SavedViewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SavedViews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"page"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"savedViews"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"page"},"value":{"kind":"Variable","name":{"kind":"Name","value":"page"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"query"}},{"kind":"Field","name":{"kind":"Name","value":"sharedWithUnit"}},{"kind":"Field","name":{"kind":"Name","value":"mine"}}]}}]}}]} as unknown as DocumentNode<SavedViewsQuery, SavedViewsQueryVariables>;
export const SaveViewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveView"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveViewInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveView"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<SaveViewMutation, SaveViewMutationVariables>;
export const RemoveViewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveView"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeView"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}]}}]} as unknown as DocumentNode<RemoveViewMutation, RemoveViewMutationVariables>;
export const TaskWithCaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TaskWithCase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingMinutesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"round"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"areaCode"}},{"kind":"Field","name":{"kind":"Name","value":"unitCode"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseTimeline"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CasePath"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActionCase"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"placeText"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"caseClass"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reportedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolutionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"masked"}},{"kind":"Field","name":{"kind":"Name","value":"deadlineExplained"}},{"kind":"Field","name":{"kind":"Name","value":"sourceReference"}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOf"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ancestors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"category"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"zh"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handler"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reporter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"erased"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"data"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorKind"}},{"kind":"Field","name":{"kind":"Name","value":"actorRole"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"internal"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CasePath"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"card"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"round"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"urged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"times"}},{"kind":"Field","name":{"kind":"Name","value":"byResident"}},{"kind":"Field","name":{"kind":"Name","value":"lastAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cameBack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"holderSubject"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingMinutesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActionCase"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"countyCode"}},{"kind":"Field","name":{"kind":"Name","value":"areaCode"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolutionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"category"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"zh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestLimits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extension"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pause"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suspensionDays"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"data"}}]}}]}}]} as unknown as DocumentNode<TaskWithCaseQuery, TaskWithCaseQueryVariables>;
export const MyTasksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyTasks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskFilterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withHolder"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingMinutesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"holderSubject"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withHolder"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"urged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"times"}},{"kind":"Field","name":{"kind":"Name","value":"byResident"}},{"kind":"Field","name":{"kind":"Name","value":"lastAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cameBack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}},{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"card"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"reviewAt"}},{"kind":"Field","name":{"kind":"Name","value":"actions"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withHolder"}}}]}]}]}}]}}]}}]} as unknown as DocumentNode<MyTasksQuery, MyTasksQueryVariables>;
export const SendClaimDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendClaim"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskReferenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claimTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<SendClaimMutation, SendClaimMutationVariables>;
export const SendAcceptanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendAcceptance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptTaskArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<SendAcceptanceMutation, SendAcceptanceMutationVariables>;
export const SendHandUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendHandUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HandUpArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"handUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<SendHandUpMutation, SendHandUpMutationVariables>;
export const SendContactDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendContact"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordContactArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordContact"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<SendContactMutation, SendContactMutationVariables>;
export const SendNoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendNote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NoteCaseArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"noteCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<SendNoteMutation, SendNoteMutationVariables>;
export const SendAnswerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendAnswer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteTaskArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<SendAnswerMutation, SendAnswerMutationVariables>;
export const SendVerificationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendVerification"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VerifyTaskArguments"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<SendVerificationMutation, SendVerificationMutationVariables>;
export const SendCheckInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendCheckIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CheckInPatrolInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkInPatrol"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gridCode"}}]}}]}}]} as unknown as DocumentNode<SendCheckInMutation, SendCheckInMutationVariables>;
export const SendRoundDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendRound"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompletePatrolInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completePatrol"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gridCode"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"caseNumber"}}]}}]}}]}}]} as unknown as DocumentNode<SendRoundMutation, SendRoundMutationVariables>;
export const SendFindingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendFinding"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startCaseFromFinding"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"caseNumber"}}]}}]}}]} as unknown as DocumentNode<SendFindingMutation, SendFindingMutationVariables>;
export const NewestTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NewestTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<NewestTaskQuery, NewestTaskQueryVariables>;
export const AreaDirectoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AreaDirectory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"county"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"areaDirectory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"countyCode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"county"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}}]}}]}}]} as unknown as DocumentNode<AreaDirectoryQuery, AreaDirectoryQueryVariables>;
export const CountiesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Counties"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"city"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"areas"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"under"},"value":{"kind":"Variable","name":{"kind":"Name","value":"city"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"EnumValue","value":"county"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}}]}}]}}]} as unknown as DocumentNode<CountiesQuery, CountiesQueryVariables>;
export const CasesToChooseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CasesToChoose"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFilterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}}]}}]}}]} as unknown as DocumentNode<CasesToChooseQuery, CasesToChooseQueryVariables>;
export const CaseToChooseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CaseToChoose"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}}]}}]}}]} as unknown as DocumentNode<CaseToChooseQuery, CaseToChooseQueryVariables>;
export const HomeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Home"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myPositions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"areaCode"}}]}}]}}]} as unknown as DocumentNode<HomeQuery, HomeQueryVariables>;
export const PeopleToChooseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PeopleToChoose"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeopleFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PeopleToChooseQuery, PeopleToChooseQueryVariables>;
export const PersonByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PersonByIdQuery, PersonByIdQueryVariables>;
export const UnitsToChooseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnitsToChoose"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnitFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"units"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"EnumValue","value":"name"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<UnitsToChooseQuery, UnitsToChooseQueryVariables>;
export const UnitByCodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnitByCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<UnitByCodeQuery, UnitByCodeQueryVariables>;
export const WhoAmIDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoAmI"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"myPositions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<WhoAmIQuery, WhoAmIQueryVariables>;