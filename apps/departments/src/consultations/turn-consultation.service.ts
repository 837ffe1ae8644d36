import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { CasesGraph } from '../access/cases-graph.js';
import { ConsultationAccess, type Opened } from './consultation-access.js';
import type { TurnConsultationInput, TurnedConsultation } from './consultation.types.js';
import { ConsultationWorkService } from './consultation-work.service.js';
import { ConsultationsService } from './consultations.service.js';

/** Where a question cannot be answered with words it becomes a case, which the cases service starts for the caller. */
@Injectable()
export class TurnConsultationService {
  constructor(
    private readonly access: ConsultationAccess,
    private readonly work: ConsultationWorkService,
    private readonly consultations: ConsultationsService,
    private readonly cases: CasesGraph,
  ) {}

  /**
   * The case knows the consultation by its `sourceReference`, the consultation its case's number. Started under a key of
   * the consultation's own: where the answer is lost, the same call gives the same case.
   * @throws AppError NOT_FOUND, PICKUP_CODE_WRONG, FORBIDDEN, CONSENT_REQUIRED, CONSULTATION_CLOSED, and whatever the cases service refuses with
   */
  turn(input: TurnConsultationInput, caller: Caller): Promise<TurnedConsultation> {
    return this.work.attempt('turnConsultationIntoCase', input.number, caller, async (operation) => {
      const opened = await this.access.open(input.number, input.code ?? null, caller);
      const { consultation, relation } = opened;
      if (relation === 'public') throw new AppError('FORBIDDEN', { field: 'number' });
      if (consultation.state === 'case') {
        throw new AppError('CONSULTATION_CLOSED', { field: 'number', value: consultation.number, actual: consultation.caseNumber ?? '' });
      }
      if (relation === 'staff' && !input.consent) throw new AppError('CONSENT_REQUIRED', { field: 'consent' });
      const { number, pickupCode } = await this.cases.startCase(await this.caseOf(opened, input), caller);
      const changes = { state: 'case' as const, caseNumber: number };
      const entry = { kind: 'case' as const, text: number, unitCode: relation === 'staff' ? consultation.unitCode : null };
      return { consultation: await this.work.act(opened, operation, caller, null, { changes, entry }), caseNumber: number, pickupCode };
    });
  }

  private async caseOf({ consultation, relation }: Opened, input: TurnConsultationInput): Promise<Record<string, unknown>> {
    const [entries, contact] = await Promise.all([
      this.consultations.entriesOf([consultation.id]),
      this.consultations.wholeContactOf(consultation.id),
    ]);
    const further = (entries.get(consultation.id) ?? []).flatMap(({ kind, text }) => (kind === 'followUp' && text !== null ? [text] : []));
    return {
      idempotencyKey: `consultation-${consultation.number}`,
      text: consultation.question,
      ...(further.length > 0 && { furtherText: further }),
      kind: input.kind ?? 'complaint',
      areaCode: input.areaCode ?? consultation.areaCode,
      ...(consultation.categoryCode !== null && { categoryCode: consultation.categoryCode }),
      reportedAt: consultation.askedAt.toISOString(),
      sourceReference: consultation.number,
      ...((contact.name ?? contact.phone) !== null && { reporter: contact }),
      ...(relation === 'staff' && { onBehalf: { consent: true } }),
    };
  }
}
