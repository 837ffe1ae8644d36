import { Args, ID, Int, Mutation, Query, Resolver, registerEnumType } from '@nestjs/graphql';
import { CASE_CLASSES, CASE_KINDS, type CaseClass, type CaseKind } from '@yiwang/contracts/case-flow';
import { Allow, AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { enumOf } from '@yiwang/platform/graphql';
import { FindingsService } from './findings.service.js';
import { MAX_PAGE, PatrolListsService } from './patrol-lists.service.js';
import { PatrolFinding, PatrolFindingPage } from './patrol.types.js';

// The same enums as those of cases, from the same words: the composer insists that they agree.
const CaseKindEnum = enumOf(CASE_KINDS);
const CaseClassEnum = enumOf(CASE_CLASSES);
registerEnumType(CaseKindEnum, { name: 'CaseKind' });
registerEnumType(CaseClassEnum, { name: 'CaseClass', description: '简单、一般、重大、疑难、跨区.' });

@Resolver(() => PatrolFinding)
export class FindingsResolver {
  constructor(
    private readonly findings: FindingsService,
    private readonly lists: PatrolListsService,
  ) {}

  @Query(() => PatrolFindingPage, { description: 'What patrols of an area found, the newest first.' })
  @AllowStaff()
  patrolFindings(
    @Args('under', { type: () => ID }) under: string,
    @Args('from', { description: 'YYYY-MM-DD' }) from: string,
    @Args('to', { description: 'The last day, YYYY-MM-DD.' }) to: string,
    @Args('withoutCase', { type: () => Boolean, defaultValue: false }) withoutCase: boolean,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: `At most ${MAX_PAGE}.` }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<PatrolFindingPage> {
    return this.lists.findings(caller, { under, from, to, withoutCase, after: after ?? null, first });
  }

  @Mutation(() => PatrolFinding, {
    description: 'Makes a case of a finding, as you, with its words and pictures. Called again it answers the same case.',
  })
  @Allow('gridMember', 'villageOfficial', 'townCentre', 'countyCentre')
  startCaseFromFinding(
    @Args('id', { type: () => ID }) id: string,
    @Args('kind', { type: () => CaseKindEnum, nullable: true, description: 'A request unless said otherwise.' })
    kind: CaseKind | null,
    @Args('caseClass', { type: () => CaseClassEnum, nullable: true }) caseClass: CaseClass | null,
    @CurrentCaller() caller: Caller,
  ): Promise<PatrolFinding> {
    return this.findings.startCase(caller, id, { kind: kind ?? null, caseClass: caseClass ?? null });
  }
}
