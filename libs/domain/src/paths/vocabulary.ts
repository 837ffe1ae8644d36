/** The field's words, once. The tables here are what workflows, services, schemas and pages all read. */
export const STAGES = [
  'received',
  'accepted',
  'dispatched',
  'handling',
  'verifying',
  'evaluating',
  'closed',
  'notAccepted',
  'withdrawn',
  'suspended',
  'referred',
] as const;
export type Stage = (typeof STAGES)[number];

export const PATHS = ['villageDirect', 'cadreLed', 'villageTownJoint', 'countyCoordinated'] as const;
export type Path = (typeof PATHS)[number];

/** Levels of who holds a case; `grid` and `village` share a village. */
export const TIERS = ['grid', 'village', 'town', 'county', 'city'] as const;
export type Tier = (typeof TIERS)[number];

/** 投诉、举报、建议、咨询、求助、纠纷. */
export const CASE_KINDS = ['complaint', 'report', 'suggestion', 'consultation', 'request', 'dispute'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** 简单、一般、重大、疑难、跨区. */
export const CASE_CLASSES = ['simple', 'general', 'major', 'difficult', 'crossCounty'] as const;
export type CaseClass = (typeof CASE_CLASSES)[number];

/** The three modes: 个人的事协调、大家的事协商、复杂的事协同. They shape the task's form. */
export const CASE_MODES = ['coordination', 'deliberation', 'collaboration'] as const;
export type CaseMode = (typeof CASE_MODES)[number];

/** What is asked for and decided one level up: 延期、暂停、挂账、转市级、不予受理. */
export const APPROVAL_KINDS = ['extension', 'pause', 'suspension', 'referral', 'notAccepted'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export const CHANNELS = [
  'qr',
  'web',
  'app',
  'wechat',
  'phone',
  'hotline',
  'messageBoard',
  'cityManagement',
  'offline',
  'patrol',
] as const;
export type Channel = (typeof CHANNELS)[number];

export const RATINGS = ['satisfied', 'mostlySatisfied', 'dissatisfied'] as const;
export type Rating = (typeof RATINGS)[number];

/** Roles that a task is addressed to; finer than the sign-in roles, as positions in identity are. */
export const POSITION_ROLES = [
  'gridMember',
  'villageSecretary',
  'villagePolice',
  'stationedCadre',
  'serviceTeam',
  'townCentre',
  'departmentHandler',
  'countyCentre',
  'cityCentre',
  'supervisor',
  'leader',
  'administrator',
  'externalSystem',
] as const;
export type PositionRole = (typeof POSITION_ROLES)[number];

/**
 * `desk`: say where it belongs, or not accept; `handle`: accept and answer (village, consultation, suggestion); `lead`:
 * lead a path, plan, give its one answer; `contribute`: a part (sub-task, assisting unit, minutes, instruction);
 * `coordinate`: the county names who leads; `arbitrate`: the county decides on a return; `verify`: look on site;
 * `approve`: decide on a request; `order`: give feedback on a supervision order; `cityDesk`: the city has it.
 */
export const TASK_KINDS = [
  'desk',
  'handle',
  'lead',
  'contribute',
  'coordinate',
  'arbitrate',
  'verify',
  'approve',
  'order',
  'cityDesk',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const TASK_STATES = ['open', 'accepted', 'completed', 'handedUp', 'returned', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];
