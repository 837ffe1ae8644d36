import { Args, Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Language } from '@yiwang/domain/clocks';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Task } from '../tasks/task.types.js';
import { TasksService } from '../tasks/tasks.service.js';
import { readsAsStaff, type ReadCase } from './case-access.js';
import { CaseDetailsService } from './case-details.service.js';
import { CaseRecord, ClockEntry, CountedMark, LanguageEnum } from './case-details.types.js';
import { Case } from './case.types.js';

const FOR_STAFF = 'For those who work on it; null for anybody else.';

@Resolver(() => Case)
export class CaseDetailsResolver {
  constructor(
    private readonly details: CaseDetailsService,
    private readonly taskService: TasksService,
  ) {}

  @ResolveField(() => String, { nullable: true, description: 'The deadline and how it came about, in one sentence.' })
  async deadlineExplained(
    @Parent() one: ReadCase,
    @Args('language', { type: () => LanguageEnum, nullable: true }) language: Language | null,
    @Context() context: GraphContext,
  ): Promise<string | null> {
    return this.details.explain(one, await this.entries(one, context), language ?? context.caller.language);
  }

  @ResolveField(() => [ClockEntry], { nullable: true, description: `The clock ledger. ${FOR_STAFF}` })
  async ledger(@Parent() one: ReadCase, @Context() context: GraphContext): Promise<ClockEntry[] | null> {
    if (!readsAsStaff(context.caller, one)) return null;
    return (await this.entries(one, context)).map(({ seq, entry }) => ({
      seq,
      kind: entry.kind,
      at: new Date(entry.at),
      rule: entry.rule,
      entry: JSON.stringify(entry),
    }));
  }

  @ResolveField(() => [CountedMark], { nullable: true, description: `Lateness and whose it was. ${FOR_STAFF}` })
  async marks(@Parent() one: ReadCase, @Context() { caller, loaders }: GraphContext): Promise<CountedMark[] | null> {
    if (!readsAsStaff(caller, one)) return null;
    return loaders.get<CountedMark[]>('marks', (numbers) => this.details.marks(numbers)).load(one.number);
  }

  @ResolveField(() => [CaseRecord], { nullable: true, description: FOR_STAFF })
  async records(@Parent() one: ReadCase, @Context() { caller, loaders }: GraphContext): Promise<CaseRecord[] | null> {
    if (!readsAsStaff(caller, one)) return null;
    return loaders.get<CaseRecord[]>('records', (numbers) => this.details.records(numbers)).load(one.number);
  }

  @ResolveField(() => [Task], { nullable: true, description: `What is still to be done. ${FOR_STAFF}` })
  async tasks(@Parent() one: ReadCase, @Context() { caller, loaders }: GraphContext): Promise<Task[] | null> {
    if (!readsAsStaff(caller, one)) return null;
    return loaders.get<Task[]>('openTasks', (numbers) => this.taskService.openOfCases(numbers)).load(one.number);
  }

  /** A point may hang on one house, so it says as much of who reported as their name would. */
  @ResolveField(() => ID, { nullable: true, description: 'The QR point it was reported at. Null on a case whose reporter is kept from everybody.' })
  qrPointCode(@Parent() { masked, qrPointCode }: ReadCase): string | null {
    return masked ? null : qrPointCode;
  }

  private async entries({ number }: ReadCase, { loaders }: GraphContext) {
    const loader = loaders.get('clockEntries', (numbers) => this.details.ledgers(numbers));
    return (await loader.load(number)) ?? [];
  }
}
