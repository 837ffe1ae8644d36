import type { CaseIntervention, Intervener } from '@yiwang/contracts/interventions';

/** Whoever steps in, as a decision or a step names them, in the position that speaks for it. */
export const actorOf = ({ by }: CaseIntervention, position: Intervener['positions'][number] | undefined) => ({
  ...{ kind: 'person' as const, subject: by.subject },
  ...(position && {
    ...{ positionId: position.id, role: position.role, areaCode: position.areaCode },
    ...(position.unitCode === null ? {} : { unitCode: position.unitCode }),
    ...(position.actingForId ? { actingForId: position.actingForId } : {}),
  }),
});
