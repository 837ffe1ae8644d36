import { Context, Field, ID, Int, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import type { GraphContext } from '@yiwang/platform/graphql';
import { AttachmentLinks, AttachmentRecords, type Attachment } from '@yiwang/platform/storage';
import { DataSource } from 'typeorm';
import { Case } from '../case/case.types.js';

const UPLOAD_SECONDS = 15 * 60;
const DOWNLOAD_SECONDS = 10 * 60;

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
}

@Resolver(() => Case)
export class AttachmentsResolver {
  constructor(
    private readonly records: AttachmentRecords,
    private readonly links: AttachmentLinks,
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
  ) {}

  @Mutation(() => AttachmentUpload, { description: 'Prepares the upload of one attachment.' })
  @OpenToPublic()
  async prepareAttachment(@CurrentCaller() caller: Caller): Promise<AttachmentUpload> {
    const id = await this.unitOfWork.run({ operation: 'prepareAttachment', caller }, async (manager, audited) => {
      const prepared = await this.records.prepare(manager, caller.subject);
      audited.target = { type: 'attachment', id: prepared };
      return prepared;
    });
    return { id, url: this.links.upload(id, UPLOAD_SECONDS) };
  }

  @ResolveField(() => [CaseAttachment], { description: 'Pictures, voice and papers; their links expire.' })
  async attachments(@Parent() { number }: Case, @Context() { loaders }: GraphContext): Promise<CaseAttachment[]> {
    const loader = loaders.get<Attachment[]>('attachments', async (numbers) => {
      const byCase = new Map<string, Attachment[]>();
      for (const one of await this.records.ofCases(this.dataSource, numbers)) {
        byCase.set(one.caseNumber ?? '', [...(byCase.get(one.caseNumber ?? '') ?? []), one]);
      }
      return byCase;
    });
    return ((await loader.load(number)) ?? []).map((one) => ({
      ...one,
      url: this.links.download(one.id, DOWNLOAD_SECONDS),
    }));
  }
}
