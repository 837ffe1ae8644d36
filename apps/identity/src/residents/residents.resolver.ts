import { Args, Context, ID, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import { DateTime, type GraphContext } from '@yiwang/platform/graphql';
import { maskName, maskPhone, PersonalData } from '@yiwang/platform/personal-data';
import { openAt, places } from '../personal/personal.js';
import { Area } from '../positions/position.types.js';
import { PhoneCodesService } from './phone-codes.service.js';
import { PhoneCodeRequest, PhoneProof, RegisterResidentInput, Resident } from './resident.types.js';
import { ResidentsService } from './residents.service.js';

@Resolver(() => Resident)
export class ResidentsResolver {
  constructor(
    private readonly residents: ResidentsService,
    private readonly codes: PhoneCodesService,
    private readonly personal: PersonalData,
  ) {}

  @Query(() => Resident, { nullable: true, description: "The caller's own entry as a resident." })
  @Allow('resident')
  myResident(@CurrentCaller() caller: Caller): Promise<Resident | null> {
    return this.residents.bySubject(caller.subject);
  }

  @Query(() => [Resident], { description: "Residents of the caller's county with exactly this phone." })
  @AllowStaff()
  residentsByPhone(@CurrentCaller() caller: Caller, @Args('phone') phone: string): Promise<Resident[]> {
    return this.residents.byPhone(phone, caller);
  }

  @Query(() => DateTime, {
    nullable: true,
    description: 'When this phone was proven by what confirmPhone answered; null where the proof does not stand.',
  })
  @OpenToPublic()
  phoneProvenAt(@Args('proof') proof: string, @Args('phone') phone: string): Promise<Date | null> {
    return this.codes.provenAt(proof, phone);
  }

  @Mutation(() => PhoneCodeRequest, { description: 'Sends a code to a mobile phone: once a minute, ten times a day.' })
  @OpenToPublic()
  requestPhoneCode(@CurrentCaller() caller: Caller, @Args('phone') phone: string): Promise<PhoneCodeRequest> {
    return this.codes.request(phone, caller);
  }

  @Mutation(() => PhoneProof, { description: 'The code that came: good once, for five minutes and five tries.' })
  @OpenToPublic()
  confirmPhone(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => ID }) id: string,
    @Args('code') code: string,
  ): Promise<PhoneProof> {
    return this.codes.confirm(id, code, caller);
  }

  @Mutation(() => Resident, { description: "The caller's own entry; a phone only with its proof." })
  @Allow('resident')
  saveMyResident(@CurrentCaller() caller: Caller, @Args('input') input: RegisterResidentInput): Promise<Resident> {
    return this.residents.saveOwn(input, caller);
  }

  @Mutation(() => Resident, { description: 'Enters a resident where the caller works.' })
  @AllowStaff()
  registerResident(@CurrentCaller() caller: Caller, @Args('input') input: RegisterResidentInput): Promise<Resident> {
    return this.residents.register(input, caller);
  }

  @ResolveReference()
  @AllowStaff('resident')
  resolveReference({ id }: { id: string }, { loaders, caller }: GraphContext): Promise<Resident | null> {
    return loaders.get('resident', (ids) => this.residents.visibleTo(caller, ids)).load(id.toLowerCase());
  }

  @ResolveField(() => String, { nullable: true })
  async name(@Parent() { id, subject, nameSealed }: Resident, @Context() { caller }: GraphContext) {
    const name = await openAt(this.personal, places.residentName(id), nameSealed);
    return name === null || isSelf(subject, caller) ? name : maskName(name);
  }

  @ResolveField(() => String, { nullable: true })
  async phone(@Parent() { id, subject, phoneSealed }: Resident, @Context() { caller }: GraphContext) {
    const phone = await openAt(this.personal, places.residentPhone(id), phoneSealed);
    return phone === null || isSelf(subject, caller) ? phone : maskPhone(phone);
  }

  @ResolveField(() => Area)
  area(@Parent() { areaCode }: Resident): Area {
    return { code: areaCode };
  }
}

const isSelf = (subject: string | null, caller: Caller): boolean => subject !== null && subject === caller.subject;
