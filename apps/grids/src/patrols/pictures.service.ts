import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { readTaken, type TakenInput } from '@yiwang/platform/storage';
import { BusinessClock } from '@yiwang/platform/time';
import { DataSource } from 'typeorm';
import { Files } from '../files.js';
import type { PatrolPicture } from './patrol.types.js';

const UPLOAD_SECONDS = 15 * 60;
const DOWNLOAD_SECONDS = 10 * 60;

/** Pictures of rounds, in this service's own files; a round's key stands where a case's number would. */
@Injectable()
export class PicturesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: Files,
    private readonly clock: BusinessClock,
  ) {}

  async prepare(caller: Caller, given: TakenInput | null): Promise<{ id: string; url: string }> {
    const taken = readTaken(given, this.clock.now());
    const id = await this.unitOfWork.run({ operation: 'preparePatrolPicture', caller }, async (manager, audited) => {
      const prepared = await this.files.records.prepare(manager, caller.subject, taken);
      audited.target = { type: 'attachment', id: prepared };
      return prepared;
    });
    return { id, url: this.files.links.upload(id, UPLOAD_SECONDS) };
  }

  async ofRounds(keys: readonly string[]): Promise<Map<string, PatrolPicture[]>> {
    const byRound = new Map<string, PatrolPicture[]>();
    for (const one of await this.files.records.ofCases(this.dataSource, keys)) {
      const picture = { ...one, url: this.files.links.download(one.id, DOWNLOAD_SECONDS) };
      byRound.set(one.caseNumber!, [...(byRound.get(one.caseNumber!) ?? []), picture]);
    }
    return byRound;
  }
}
