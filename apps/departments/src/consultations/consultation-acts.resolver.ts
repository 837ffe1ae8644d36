import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AllowStaff, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import { AskConsultationService } from './ask-consultation.service.js';
import {
  AnswerConsultationInput,
  AskConsultationInput,
  AskedConsultation,
  Consultation,
  FollowConsultationInput,
  HandOverConsultationInput,
  TurnConsultationInput,
  TurnedConsultation,
} from './consultation.types.js';
import { ConsultationWorkService } from './consultation-work.service.js';
import { TurnConsultationService } from './turn-consultation.service.js';

@Resolver()
export class ConsultationActsResolver {
  constructor(
    private readonly asking: AskConsultationService,
    private readonly work: ConsultationWorkService,
    private readonly turning: TurnConsultationService,
  ) {}

  @Mutation(() => AskedConsultation, { description: 'A question to the unit on duty. No account is needed, and how to reach you is up to you.' })
  @OpenToPublic()
  askConsultation(@Args('input') input: AskConsultationInput, @CurrentCaller() caller: Caller): Promise<AskedConsultation> {
    return this.asking.ask(input, caller);
  }

  @Mutation(() => Consultation, { description: 'To ask on; by whoever asked.' })
  @OpenToPublic()
  followConsultation(@Args('input') input: FollowConsultationInput, @CurrentCaller() caller: Caller): Promise<Consultation> {
    return this.work.follow(input, caller);
  }

  @Mutation(() => Consultation, { description: 'By the unit that has it; everybody may read it unless it is said otherwise.' })
  @AllowStaff()
  answerConsultation(@Args('input') input: AnswerConsultationInput, @CurrentCaller() caller: Caller): Promise<Consultation> {
    return this.work.answer(input, caller);
  }

  @Mutation(() => Consultation, { description: 'Another unit is to answer.' })
  @AllowStaff()
  handOverConsultation(@Args('input') input: HandOverConsultationInput, @CurrentCaller() caller: Caller): Promise<Consultation> {
    return this.work.handOver(input, caller);
  }

  @Mutation(() => TurnedConsultation, {
    description: 'Starts a case of it, as the caller: by whoever asked, or by staff who may start cases and have their consent.',
  })
  @OpenToPublic()
  turnConsultationIntoCase(@Args('input') input: TurnConsultationInput, @CurrentCaller() caller: Caller): Promise<TurnedConsultation> {
    return this.turning.turn(input, caller);
  }
}
