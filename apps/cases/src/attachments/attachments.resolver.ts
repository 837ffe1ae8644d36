import { Args, Context, Field, Float, ID, Int, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { DateTime, type GraphContext } from '@yiwang/platform/graphql';
import { AttachmentLinks, AttachmentRecords, readTaken, TakenInput, type Attachment } from '@yiwang/platform/storage';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { readsAsStaff, type ReadCase } from '../case/case-access.js';
import { Case } from '../case/case.types.js';
import { takingIn } from '../intake/intake-access.js';

const UPLOAD_SECONDS = 15 * 60;
const DOWNLOAD_SECONDS = 10 * 60;

const INTERNAL = `
select case_number as "caseNumber", array_agg(id) as ids from (
  select e.case_number, a.id from timeline_entry e cross join jsonb_array_elements_text(e.data->'attachmentIds') a(id)
  where e.case_number = any($1) group by e.case_number, a.id having bool_and(e.internal)
) shown group by case_number`;

@ObjectType({ description: 'Where to PUT one picture, voice note, film or PDF; then refer to it by its id.' })
export class AttachmentUpload {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Takes one PUT with the content as its body, within 15 minutes.' })
  url: string;
}

@ObjectType('Attachment', { description: 'A picture, voice note, film or PDF of a case.' })
export class CaseAttachment {
  @Field(() => ID)
  id: string;

  @Field()
  kind: string;

  @Field()
  mediaType: string;

  @Field(() => Int)
  bytes: number;

  @Field({ description: 'Good for ten minutes.' })
  url: string;

  @Field(() => DateTime, { nullable: true, description: 'As the device said.' })
  takenAt: Date | null;

  @Field(() => Float, { nullable: true, description: 'Degrees, WGS 84, as the device said; for those who work on the case.' })
  latitude: number | null;

  @Field(() => Float, { nullable: true })
  longitude: number | null;

  @Field(() => Float, { nullable: true, description: 'Metres.' })
  accuracyM: number | null;
}

const NOWHERE = { latitude: null, longitude: null, accuracyM: null };

@Resolver(() => Case)
export class AttachmentsResolver {
  constructor(
    private readonly records: AttachmentRecords,
    private readonly links: AttachmentLinks,
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly time: BusinessTime,
  ) {}

  @Mutation(() => AttachmentUpload, { description: 'Prepares the upload of one attachment.' })
  @OpenToPublic()
  async prepareAttachment(
    @Args('taken', { type: () => TakenInput, nullable: true }) given: TakenInput | null,
    @CurrentCaller() caller: Caller,
  ): Promise<AttachmentUpload> {
    const taken = readTaken(given, this.time.now());
    const prepare = (): Promise<string> =>
      this.unitOfWork.run({ operation: 'prepareAttachment', caller }, async (manager, audited) => {
        const prepared = await this.records.prepare(manager, caller.subject, taken);
        audited.target = { type: 'attachment', id: prepared };
        return prepared;
      });
    // What the public uploads is nobody's: it is found again only by its id.
    const id = await (caller.subject === null ? takingIn(prepare) : prepare());
    return { id, url: this.links.upload(id, UPLOAD_SECONDS) };
  }

  @ResolveField(() => [CaseAttachment], { description: 'Pictures, voice and papers; their links expire.' })
  async attachments(@Parent() one: ReadCase, @Context() context: GraphContext): Promise<CaseAttachment[]> {
    const isStaff = readsAsStaff(context.caller, one);
    const hidden = isStaff ? [] : await this.internal(one.number, context);
    const loader = context.loaders.get<Attachment[]>('attachments', async (numbers) => {
      const byCase = new Map<string, Attachment[]>();
      for (const one of await this.records.ofCases(this.dataSource, numbers)) {
        byCase.set(one.caseNumber ?? '', [...(byCase.get(one.caseNumber ?? '') ?? []), one]);
      }
      return byCase;
    });
    return ((await loader.load(one.number)) ?? [])
      .filter(({ id }) => !hidden.includes(id))
      .map((attachment) => ({
        ...attachment,
        ...(isStaff ? {} : NOWHERE),
        url: this.links.download(attachment.id, DOWNLOAD_SECONDS),
      }));
  }

  /** What was only shown with entries for those who work on the case. */
  private async internal(number: string, { loaders }: GraphContext): Promise<string[]> {
    const loader = loaders.get<string[]>('internalAttachments', async (numbers) => {
      const rows = await this.dataSource.query<{ caseNumber: string; ids: string[] }[]>(INTERNAL, [numbers]);
      return new Map(rows.map(({ caseNumber, ids }) => [caseNumber, ids]));
    });
    return (await loader.load(number)) ?? [];
  }
}
