import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { Case } from '../case/case.types.js';
import { Task } from '../tasks/task.types.js';
import { CaseNotesService } from './case-notes.service.js';
import { MeetingsService } from './meetings.service.js';
import {
  NoteCaseArguments,
  RecordAttendanceArguments,
  RecordMediationArguments,
  RecordMinutesArguments,
  SummonArguments,
} from './meetings.types.js';

@Resolver()
export class MeetingsResolver {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly notes: CaseNotesService,
  ) {}

  @Mutation(() => Task, { description: 'Summons units, residents, companies or volunteers to a place (吹哨).' })
  @AllowStaff()
  summon(@Args('input') input: SummonArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.meetings.summon(input, caller);
  }

  @Mutation(() => Task, { description: 'The minutes of a meeting (会议纪要).' })
  @AllowStaff()
  recordMinutes(@Args('input') input: RecordMinutesArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.meetings.minutes(input, caller);
  }

  @Mutation(() => Task, { description: 'A mediation record (调解记录).' })
  @AllowStaff()
  recordMediation(@Args('input') input: RecordMediationArguments, @CurrentCaller() caller: Caller): Promise<Task> {
    return this.meetings.mediation(input, caller);
  }

  @Mutation(() => Case, { description: 'Somebody who was summoned is there (报到), with proof.' })
  @AllowStaff()
  recordAttendance(@Args('input') input: RecordAttendanceArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.notes.attend(input, caller);
  }

  @Mutation(() => Case, { description: 'A note for those who work on the case.' })
  @AllowStaff()
  noteCase(@Args('input') input: NoteCaseArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.notes.add(input, caller);
  }
}
