import { POSITION_ROLES } from '@yiwang/domain/paths';
import type { ActionCase } from '../act.types.js';

export interface MeetingOnRecord {
  id: string;
  place: string;
  meetAt: string;
  participants: { name: string }[];
}

/** Meetings that were summoned, the newest first. */
export const meetingsOf = ({ records }: Pick<ActionCase, 'records'>): MeetingOnRecord[] =>
  (records ?? [])
    .filter(({ kind }) => kind === 'meeting')
    .map(({ id, data }) => ({ ...(JSON.parse(data) as Omit<MeetingOnRecord, 'id'>), id }))
    .reverse();

const NEVER = ['departmentHandler', 'externalSystem', 'administrator', 'cityCentre', 'supervisor'];
/** Posts that work can be put to by an area alone; a department's people are reached by their unit. */
export const POSTS = POSITION_ROLES.filter((role) => !NEVER.includes(role));
