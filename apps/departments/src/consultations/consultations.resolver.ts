import { Args, Context, ID, Int, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Category } from '../catalogue/catalogue.types.js';
import { Unit } from '../units/unit.types.js';
import { UnitsService } from '../units/units.service.js';
import {
  Consultation,
  ConsultationContact,
  ConsultationDeskFilter,
  ConsultationEntry,
  ConsultedCase,
  OpenConsultationFilter,
} from './consultation.types.js';
import { ConsultationsService } from './consultations.service.js';
import { openText } from './open-text.js';

@Resolver(() => Consultation)
export class ConsultationsResolver {
  constructor(
    private readonly consultations: ConsultationsService,
    private readonly units: UnitsService,
    private readonly catalogue: CatalogueService,
  ) {}

  @Query(() => [Consultation], { description: 'What was answered in the open, the latest first; `after` is the last number of the page before.' })
  @OpenToPublic()
  openConsultations(
    @Args('filter') filter: OpenConsultationFilter,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
  ): Promise<Consultation[]> {
    return this.consultations.inTheOpen(filter, first, after ?? null);
  }

  @Query(() => Consultation, { description: 'One by its number: in the open, your own (with its code, without an account), or your office’s.' })
  @OpenToPublic()
  consultation(
    @Args('number', { type: () => ID }) number: string,
    @Args('code', { type: () => String, nullable: true }) code: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<Consultation> {
    return this.consultations.one(number, code ?? null, caller);
  }

  @Query(() => [Consultation], { description: 'What you asked, the latest first; `after` is the last number of the page before.' })
  @Allow('resident')
  myConsultations(
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<Consultation[]> {
    return this.consultations.mine(first, after ?? null, caller);
  }

  @Query(() => [Consultation], { description: 'What a unit has before it, whoever waits longest first; `after` is the last number of the page before.' })
  @AllowStaff()
  consultationDesk(
    @Args('filter') filter: ConsultationDeskFilter,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<Consultation[]> {
    return this.consultations.desk(filter, first, after ?? null, caller);
  }

  @ResolveField(() => [ConsultationEntry], { description: 'What was said after the question, in order.' })
  async entries(@Parent() { id, relation }: Consultation, @Context() { loaders }: GraphContext): Promise<ConsultationEntry[]> {
    const entries = (await loaders.get('entries of consultations', (ids) => this.consultations.entriesOf(ids)).load(id)) ?? [];
    if (relation === 'staff') return entries;
    const said = entries.filter(({ kind }) => kind === 'answer' || kind === 'followUp' || (kind === 'case' && relation === 'asker'));
    return relation === 'asker' ? said : said.map((entry) => ({ ...entry, text: entry.text && openText(entry.text) }));
  }

  @ResolveField(() => String, { description: 'Whoever asked, as everybody sees them.' })
  asker(@Context() { caller }: GraphContext): string {
    return caller.language === 'zh' ? '群众' : 'A resident';
  }

  @ResolveField(() => ConsultationContact, { nullable: true, description: 'Masked; to the unit that answers and the county’s office.' })
  async contact(@Parent() { id, relation }: Consultation): Promise<ConsultationContact | null> {
    return relation === 'staff' ? this.consultations.contactOf(id) : null;
  }

  @ResolveField(() => ConsultedCase, { nullable: true, description: 'The case that it became; to whoever has to do with it.' })
  case(@Parent() { caseNumber, relation }: Consultation): ConsultedCase | null {
    return caseNumber === null || relation === 'public' ? null : { number: caseNumber };
  }

  @ResolveField(() => Unit, { description: 'The unit that answers.' })
  unit(@Parent() { unitCode }: Consultation, @Context() { loaders }: GraphContext): Promise<Unit | null> {
    return loaders.get('unit', (codes) => this.units.byCodes(codes)).load(unitCode);
  }

  @ResolveField(() => Category, { nullable: true })
  async category(@Parent() { categoryCode }: Consultation, @Context() { loaders }: GraphContext): Promise<Category | null> {
    if (categoryCode === null) return null;
    return loaders.get('category', (codes) => this.catalogue.categoriesByCodes(codes)).load(categoryCode);
  }
}

/** Lets a case say which consultation it came from. The reference is open; the field answers only to who may see it. */
@Resolver(() => ConsultedCase)
export class ConsultedCaseResolver {
  constructor(private readonly consultations: ConsultationsService) {}

  @ResolveReference()
  @OpenToPublic()
  resolveReference(reference: { number: string }): ConsultedCase {
    return { number: reference.number };
  }

  @ResolveField(() => Consultation, { nullable: true, description: 'The question it came from; none where you may not see it.' })
  consultation(@Parent() { number }: ConsultedCase, @Context() { loaders, caller }: GraphContext): Promise<Consultation | null> {
    return loaders.get<Consultation>('case.consultation', (numbers) => this.consultations.ofCases(numbers, caller)).load(number);
  }
}

@Resolver(() => ConsultationEntry)
export class ConsultationEntryResolver {
  constructor(private readonly units: UnitsService) {}

  @ResolveField(() => Unit, { nullable: true, description: 'The unit that answered, or that it was handed to.' })
  async unit(@Parent() { unitCode }: ConsultationEntry, @Context() { loaders }: GraphContext): Promise<Unit | null> {
    return unitCode === null ? null : loaders.get('unit', (codes) => this.units.byCodes(codes)).load(unitCode);
  }
}
