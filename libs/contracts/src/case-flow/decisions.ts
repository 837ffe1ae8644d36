/**
 * What people decide about a case, each an Update of the workflow that owns the step (`lifecycle` the parent, `path` the
 * running child). Imperative names. Everything is plain JSON; instants are ISO 8601 in UTC.
 */
import type { Limit } from '@yiwang/domain/clocks';
import type { CaseClass, Path, PositionRole, Rating, Stage, TaskKind, Tier } from '@yiwang/domain/paths';

/** Who did something: a person or client in a position, a resident, or the system itself when a clock rang. */
export interface Actor {
  kind: 'person' | 'client' | 'resident' | 'system';
  /** Keycloak subject for a person or client; absent for an anonymous resident and for the system. */
  subject?: string;
  positionId?: string;
  role?: PositionRole;
  /** Of the position in which they act. */
  areaCode?: string;
  unitCode?: string;
  /** Whose position it is, where they stand in for somebody who is away. */
  actingForId?: string;
}

export const SYSTEM_ACTOR: Actor = { kind: 'system' };

interface Decision {
  actor: Actor;
  /** The caller's key, kept in the history so that who did what with which key can be read there. */
  idempotencyKey: string;
}
interface OnTask extends Decision {
  taskId: string;
}

/** To whom a part of the work goes: a unit's people, or positions in an area, or one named person. */
export interface PartOf {
  title: string;
  roles: PositionRole[];
  areaCode: string;
  unitCode?: string;
  subjects?: string[];
  /** Who of those named is away, so that `subjects` names who acts for them. */
  actingFor?: string[];
  /** Left out: the path's own limit for a part. */
  limit?: Limit;
}

export type AcceptTaskInput = OnTask;

export interface CompleteTaskInput extends OnTask {
  /** `handle`, `lead`: what the resident is answered. `contribute`, `order`: the part's result or feedback. */
  answer: string;
  attachmentIds: string[];
  /** The third and last round ends with a reasoned explanation beside the answer. */
  explanation?: string;
}

export interface HandUpTaskInput extends OnTask {
  reason: string;
}

/** A desk says where a case belongs, by which class or path, or with a reason the resident sees that it is not accepted. */
export interface DispatchCaseInput extends OnTask {
  decision:
    | { kind: 'dispatch'; areaCode: string; caseClass?: CaseClass; path?: Path; unitCode?: string }
    | { kind: 'notAccept'; reason: string };
}

/** Down again (交办): the leader of a path gives the case to a tier below, under that path's limit. */
export interface DelegateTaskInput extends OnTask {
  path: Path;
  areaCode: string;
  reason: string;
}

/** A leader plans parallel parts (干部领办: a plan; 联办: contributions; 县级统筹: assisting departments). */
export interface PlanPartsInput extends OnTask {
  parts: PartOf[];
}

/** 收回: a part that is not wanted any more, or lies with nobody; what it still had to bring is not waited for. */
export interface CancelPartInput extends Decision {
  partId: string;
  reason: string;
}

/** 改派: another unit or person for a part, or on the county's path for the lead. */
export interface ReassignTaskInput extends OnTask {
  to: PartOf;
  reason: string;
}

/** The county centre names the leading department or person and those that assist; also again after a return. */
export interface AssignUnitsInput extends OnTask {
  lead: PartOf;
  assisting: PartOf[];
  /** The final word after two returns: the unit cannot return it again. */
  binding?: boolean;
  reason?: string;
}

/** 退回: not ours, with whose it is and on which legal ground of the powers catalogue. The case clock keeps running. */
export interface ReturnTaskInput extends OnTask {
  proposedUnitCode: string;
  legalGround: string;
  reason: string;
}

/** 吹哨: departments, residents, companies or volunteers are summoned to a place at a time. */
export interface SummonInput extends OnTask {
  meetingId: string;
  place: string;
  meetAt: string;
  participants: {
    name: string;
    kind: 'unit' | 'resident' | 'company' | 'volunteer';
    unitCode?: string;
    areaCode: string;
    /** Whom of a unit the summons reaches; where it is left out, those who handle what it is given. */
    to?: { roles: PositionRole[]; areaCode: string; unitCode?: string };
  }[];
}

/** The minutes of a meeting (会议纪要); lines with somebody to do them become tasks. */
export interface RecordMinutesInput extends OnTask {
  meetingId: string;
  summary: string;
  lines: PartOf[];
}

/** A mediation record (调解记录): the parties, a session, and the agreement where one was reached. */
export interface RecordMediationInput extends OnTask {
  parties: string[];
  session: string;
  agreement?: string;
}

/** 批示: a leader above the holder instructs; the instruction becomes a task. */
export interface InstructInput extends Decision {
  text: string;
  part?: PartOf;
}

/** On site or by documents, by somebody who did not handle it. */
export interface VerifyTaskInput extends OnTask {
  passed: boolean;
  findings: string;
  attachmentIds: string[];
}

/** What may be asked of the level above. */
export type Requested =
  | { kind: 'extension'; by: Limit }
  | { kind: 'pause'; by: Limit }
  | { kind: 'suspension'; reviewAt: string }
  | { kind: 'referral' };

export interface RequestApprovalInput extends OnTask {
  requested: Requested;
  /** The resident reads it when the request is granted. */
  reason: string;
}

export interface DecideApprovalInput extends OnTask {
  granted: boolean;
  reason: string;
}

/** Ends a pause or a suspension before its time. */
export interface ResumeCaseInput extends Decision {
  reason: string;
}

/** 催办, or a supervision order (督办单) by a person of the level above. */
export interface SuperviseCaseInput extends Decision {
  act: 'urge' | 'order' | 'escalate';
  reason: string;
}

/** What somebody above does unasked: more time for whoever holds it, a suspension (挂账), a supervision order that is wanted no more. */
export interface InterveneCaseInput extends Decision {
  act: { kind: 'extend'; by: Limit } | { kind: 'suspend'; reviewAt: string } | { kind: 'liftOrder' };
  reason: string;
}

/** The city's word on a referred case: back to the county with its opinion, or answered by the city. */
export interface AnswerReferralInput extends OnTask {
  outcome: 'returned' | 'answered';
  text: string;
}

/** Another class or path by whoever holds the case's desk or by the level above (改类、改办理方式). */
export interface ReclassifyCaseInput extends Decision {
  caseClass: CaseClass;
  path: Path;
  reason: string;
}

/** The same event as another case (并案): that one is handled, this one is answered with it and rated by its own reporter. */
export interface MergeCaseInput extends Decision {
  into: string;
  reason: string;
}
export interface SeparateCaseInput extends Decision {
  reason: string;
}
/** On the leading case of a group: another one joins it or leaves it. */
export interface GroupMemberInput extends Decision {
  caseNumber: string;
  act: 'join' | 'leave';
}

export interface RateCaseInput extends Decision {
  ratingId: string;
  /** The round that is rated: a rating that arrives late must not count for the next one. */
  round: number;
  rating: Rating;
  comment: string;
}
export interface WithdrawCaseInput extends Decision {
  reason: string;
}
/** 群众催办: by whoever reported it, once a deadline has passed; whoever holds the case is told. */
export interface UrgeCaseInput extends Decision {
  /** What they say with it, if anything. */
  text?: string;
}

/** What every decision answers with: where the case now is. */
export interface DecisionResult {
  stage: Stage;
  round: number;
}

/** Which workflow owns which decision: `lifecycle` is the parent, `path` the running child. */
export const UPDATES = {
  dispatchCase: 'lifecycle',
  rateCase: 'lifecycle',
  withdrawCase: 'lifecycle',
  urgeCase: 'lifecycle',
  requestApproval: 'lifecycle',
  decideApproval: 'lifecycle',
  resumeCase: 'lifecycle',
  superviseCase: 'lifecycle',
  interveneCase: 'lifecycle',
  answerOrder: 'lifecycle',
  answerReferral: 'lifecycle',
  reclassifyCase: 'lifecycle',
  mergeCase: 'lifecycle',
  separateCase: 'lifecycle',
  groupMember: 'lifecycle',
  acceptTask: 'path',
  completeTask: 'path',
  handUpTask: 'path',
  delegateTask: 'path',
  planParts: 'path',
  cancelPart: 'path',
  reassignTask: 'path',
  assignUnits: 'path',
  returnTask: 'path',
  summon: 'path',
  recordMinutes: 'path',
  recordMediation: 'path',
  instruct: 'path',
  verifyTask: 'path',
} as const;
export type UpdateName = keyof typeof UPDATES;

export interface UpdateInputs {
  dispatchCase: DispatchCaseInput;
  rateCase: RateCaseInput;
  withdrawCase: WithdrawCaseInput;
  urgeCase: UrgeCaseInput;
  requestApproval: RequestApprovalInput;
  decideApproval: DecideApprovalInput;
  resumeCase: ResumeCaseInput;
  superviseCase: SuperviseCaseInput;
  interveneCase: InterveneCaseInput;
  answerOrder: CompleteTaskInput;
  answerReferral: AnswerReferralInput;
  reclassifyCase: ReclassifyCaseInput;
  mergeCase: MergeCaseInput;
  separateCase: SeparateCaseInput;
  groupMember: GroupMemberInput;
  acceptTask: AcceptTaskInput;
  completeTask: CompleteTaskInput;
  handUpTask: HandUpTaskInput;
  delegateTask: DelegateTaskInput;
  planParts: PlanPartsInput;
  cancelPart: CancelPartInput;
  reassignTask: ReassignTaskInput;
  assignUnits: AssignUnitsInput;
  returnTask: ReturnTaskInput;
  summon: SummonInput;
  recordMinutes: RecordMinutesInput;
  recordMediation: RecordMediationInput;
  instruct: InstructInput;
  verifyTask: VerifyTaskInput;
}

/** What an Update is called in the graph, where that is another name: refusals speak of it so. */
const IN_THE_GRAPH: Readonly<Record<string, string>> = { handUpTask: 'handUp' };
export const inTheGraph = (name: string): string => IN_THE_GRAPH[name] ?? name;

/** What may be decided on a task of each kind, by the names of the Updates. */
export const DECISIONS_ON: Record<TaskKind, readonly UpdateName[]> = {
  desk: ['dispatchCase'],
  handle: ['acceptTask', 'completeTask', 'handUpTask', 'summon', 'recordMinutes', 'recordMediation', 'requestApproval'],
  lead: [
    'acceptTask',
    'completeTask',
    'handUpTask',
    'delegateTask',
    'planParts',
    'returnTask',
    'summon',
    'recordMinutes',
    'recordMediation',
    'requestApproval',
  ],
  contribute: ['acceptTask', 'completeTask', 'returnTask', 'requestApproval'],
  coordinate: ['assignUnits', 'delegateTask', 'requestApproval'],
  arbitrate: ['assignUnits'],
  verify: ['verifyTask'],
  approve: ['decideApproval'],
  order: ['answerOrder'],
  cityDesk: ['answerReferral'],
};

/** What the tier above is called when a case or a request goes up. */
export const TIER_ABOVE: Record<Tier, Tier | null> = { grid: 'town', village: 'town', town: 'county', county: 'city', city: null };
