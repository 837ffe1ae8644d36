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

export const CASE_KINDS = ['complaint', 'report', 'suggestion', 'consultation', 'request'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

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

/** `handle`: accept and answer; `desk`: dispatch or not accept; `townDesk`: handed up, the town answers. */
export const TASK_KINDS = ['handle', 'desk', 'townDesk'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const TASK_STATES = ['open', 'accepted', 'completed', 'handedUp', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];
