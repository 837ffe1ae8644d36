import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { DataSource } from 'typeorm';
import { Files } from '../files.js';

const UPLOAD_SECONDS = 15 * 60;
const DOWNLOAD_SECONDS = 10 * 60;

/** Pictures of rounds, in this service's own files; a round's key stands where a case's number would. */
@Injectable()
export class PicturesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: Files,
  ) {}

  async prepare(caller: Caller): Promise<{ id: string; url: string }> {
    const id = await this.unitOfWork.run({ operation: 'preparePatrolPicture', caller }, async (manager, audited) => {
      const prepared = await this.files.records.prepare(manager, caller.subject);
      audited.target = { type: 'attachment', id: prepared };
      return prepared;
    });
    return { id, url: this.files.links.upload(id, UPLOAD_SECONDS) };
  }

  async ofRounds(keys: readonly string[]): Promise<Map<string, { id: string; mediaType: string; url: string }[]>> {
    const byRound = new Map<string, { id: string; mediaType: string; url: string }[]>();
    for (const { id, mediaType, caseNumber } of await this.files.records.ofCases(this.dataSource, keys)) {
      const picture = { id, mediaType, url: this.files.links.download(id, DOWNLOAD_SECONDS) };
      byRound.set(caseNumber!, [...(byRound.get(caseNumber!) ?? []), picture]);
    }
    return byRound;
  }
}
