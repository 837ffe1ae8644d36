import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SummonInput } from '@yiwang/contracts/case-flow';
import { checkReason } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { BusinessTime } from '../business-time.js';
import { keyOf, type Content } from '../tasks/decide.js';
import { Places } from '../tasks/places.js';
import { TaskDecisions } from '../tasks/task-decisions.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { Parts, shortText } from '../work/parts.js';
import type { ParticipantInput, RecordMediationArguments, RecordMinutesArguments, SummonArguments } from './meetings.types.js';
import { SummonedUnits } from './summoned-units.js';

const MAX_NAME = 60;
const MAX_PARTICIPANTS = 50;
const MAX_PARTIES = 20;

/** Meetings and mediation: who is summoned, what was agreed, and who does it. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly decisions: TaskDecisions,
    private readonly parts: Parts,
    private readonly places: Places,
    private readonly units: SummonedUnits,
    private readonly time: BusinessTime,
  ) {}

  /** 吹哨. The meeting's id follows from the call, so that a repeated one means the same meeting, whoever lost the first. */
  summon(given: SummonArguments, caller: Caller): Promise<TaskEntity> {
    return this.decisions.decide('summon', given, caller, async (task): Promise<Content<'summon'>> => {
      if (given.meetAt.getTime() <= this.time.now().getTime()) {
        throw new AppError('TIME_INVALID', { field: 'meetAt', expected: '将来的时间 / a time to come' });
      }
      checkCount('participants', given.participants.length, 1, MAX_PARTICIPANTS);
      const participants = await Promise.all(
        given.participants.map((one, i) => this.participant(`participants[${i}]`, one, task, caller)),
      );
      const names = new Set(participants.map(({ name }) => name));
      if (names.size < participants.length) {
        throw new AppError('INPUT_INVALID', { field: 'participants', expected: '名称不能重复 / each name once' });
      }
      const place = shortText('place', given.place);
      return { meetingId: meetingIdOf(given, caller), place, meetAt: given.meetAt.toISOString(), participants };
    });
  }

  minutes(given: RecordMinutesArguments, caller: Caller): Promise<TaskEntity> {
    return this.decisions.decide('recordMinutes', given, caller, async (task) => ({
      meetingId: given.meetingId,
      summary: orThrow(checkReason('summary', given.summary)).text,
      lines: await this.parts.check('lines', given.lines ?? [], task, caller),
    }));
  }

  mediation(given: RecordMediationArguments, caller: Caller): Promise<TaskEntity> {
    return this.decisions.decide('recordMediation', given, caller, (): Content<'recordMediation'> => {
      checkCount('parties', given.parties.length, 2, MAX_PARTIES);
      return {
        parties: given.parties.map((party, i) => shortText(`parties[${i}]`, party, MAX_NAME)),
        session: orThrow(checkReason('session', given.session)).text,
        ...(given.agreement ? { agreement: orThrow(checkReason('agreement', given.agreement)).text } : {}),
      };
    });
  }

  private async participant(
    field: string,
    { name, kind, unitCode, areaCode }: ParticipantInput,
    { caseNumber, countyCode }: Pick<TaskEntity, 'caseNumber' | 'countyCode'>,
    caller: Caller,
  ): Promise<SummonInput['participants'][number]> {
    if (kind === 'unit' && !unitCode) {
      throw new AppError('INPUT_INVALID', { field: `${field}.unitCode`, expected: '部门编码 / the code of the unit' });
    }
    const participant = {
      name: shortText(`${field}.name`, name, MAX_NAME),
      kind,
      areaCode: await this.places.area(`${field}.areaCode`, areaCode, countyCode, caller),
      ...(unitCode ? { unitCode: await this.places.unit(`${field}.unitCode`, unitCode, caller) } : {}),
    };
    if (kind !== 'unit' || !unitCode) return participant;
    const to = await this.units.reach(field, { unitCode, areaCode: participant.areaCode }, caseNumber, caller);
    return { ...participant, to };
  }
}

/** A UUID (RFC 9562, version 8) of who calls, on which task, with which key. */
function meetingIdOf(given: SummonArguments, { subject }: Caller): string {
  const said = JSON.stringify([subject, given.taskId, keyOf(given, `${given.taskId}:${given.version}`)]);
  const hex = createHash('sha256').update(said).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20, 32)].join('-');
}

function checkCount(field: string, actual: number, least: number, most: number): void {
  if (actual < least || actual > most) throw new AppError('INPUT_INVALID', { field, expected: `${least}–${most}` });
}
