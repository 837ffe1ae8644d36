import { INTERVENTION_RULES, type Intervention } from '@yiwang/domain/interventions';
import type { NewNotification } from '@yiwang/platform/notification';

interface Waits {
  id: string;
  kind: Intervention;
  areaCode: string;
  bySubject: string;
  cases: number;
  approvalUntil: Date;
}

/** To everybody who may agree: the posts that may do the same over the whole area, but whoever began it. */
export const secondPersonNotice = ({ id, kind, areaCode, bySubject, cases, approvalUntil }: Waits): NewNotification => ({
  dedupeKey: `intervention/${id}/second`,
  type: 'secondPersonWanted',
  to: { kind: 'position', roles: [...INTERVENTION_RULES[kind].who], areaCode, exceptSubject: bySubject },
  data: { cases, untilAt: approvalUntil.toISOString() },
});
