import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Language } from '@yiwang/contracts/errors';
import type { CallBackState } from '@yiwang/domain/figures';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { DateTime } from '@yiwang/platform/graphql';
import { RatedCase } from '../ratings/rating.types.js';
import {
  CallBack,
  CallBackLevelEnum,
  CallBackSample,
  CallBackScript,
  CallBackStateEnum,
  DrawSampleInput,
  RecordCallBackInput,
  type CallBackLevel,
} from './call-back.types.js';
import { CallBacksService } from './call-backs.service.js';
import { SamplesService } from './samples.service.js';

const SCRIPT: Record<Language, CallBackScript> = {
  zh: {
    greeting: '您好，这里是综治中心，就您反映的事项做一次回访。',
    questions: ['您反映的问题解决了吗？', '您对办理结果满意吗：满意、基本满意，还是不满意？', '还有什么需要我们转达的？'],
    closing: '感谢您的反馈。如不满意，我们会重新启动办理。',
  },
  en: {
    greeting: 'This is the centre for residents’ requests, about the matter that you reported.',
    questions: ['Is it solved?', 'Are you satisfied, mostly satisfied or dissatisfied with how it was handled?', 'Is there anything to pass on?'],
    closing: 'Thank you. Where you are not satisfied the matter will be taken up again.',
  },
};

@Resolver(() => CallBack)
export class CallBacksResolver {
  constructor(
    private readonly service: CallBacksService,
    private readonly samples: SamplesService,
  ) {}

  @Query(() => [CallBack], { description: 'Whom to call today: all that are due by now, the longest due first. Other states are lists to look things up.' })
  @Allow('countyCentre', 'cityCentre', 'supervisor', 'leader')
  callBacks(
    @Args('countyCode', { type: () => ID }) countyCode: string,
    @Args('level', { type: () => CallBackLevelEnum }) level: CallBackLevel,
    @Args('states', { type: () => [CallBackStateEnum], nullable: true }) states: CallBackState[] | null,
    @Args('dueBy', { type: () => DateTime, nullable: true }) dueBy: Date | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<CallBack[]> {
    return this.service.page({ countyCode, level, states: states ?? null, dueBy: dueBy ?? null }, after ?? null, first, caller);
  }

  @Query(() => CallBackScript, { description: 'What is asked on the telephone.' })
  @Allow('countyCentre', 'cityCentre', 'supervisor')
  callBackScript(@CurrentCaller() { language }: Caller): CallBackScript {
    return SCRIPT[language];
  }

  @Query(() => [CallBackSample], { description: 'The newest first; `after` is the id of the last one.' })
  @Allow('countyCentre', 'cityCentre', 'supervisor', 'leader')
  callBackSamples(
    @Args('countyCode', { type: () => ID }) countyCode: string,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'At most 200.' }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<CallBackSample[]> {
    return this.samples.page(countyCode, after ?? null, first, caller);
  }

  @Mutation(() => CallBack, { description: 'What a call came to. Dissatisfaction opens a new round of the case (重启办理).' })
  @Allow('countyCentre', 'cityCentre')
  recordCallBack(@Args('input') input: RecordCallBackInput, @CurrentCaller() caller: Caller): Promise<CallBack> {
    return this.service.record(input, caller);
  }

  @Mutation(() => CallBackSample, { description: 'Draws closed cases by a seed that is kept; they are to be called at once.' })
  @Allow('cityCentre')
  drawSample(@Args('input') input: DrawSampleInput, @CurrentCaller() caller: Caller): Promise<CallBackSample> {
    return this.samples.draw(input, caller);
  }

  @ResolveField(() => RatedCase, { description: 'With its reporter, masked; shown for a reason that stays on the record.' })
  case(@Parent() { caseNumber }: CallBack): RatedCase {
    return { number: caseNumber };
  }

  @ResolveField()
  cursor(@Parent() { dueAt, id }: CallBack): string {
    return `${new Date(dueAt).toISOString()}/${id}`;
  }
}
