import type { CaseClass, CaseKind } from '@yiwang/contracts/case-flow';
import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { askSubgraph } from '@yiwang/platform/graphql';
import type { DataSource } from 'typeorm';
import type { Files } from '../files.js';

export interface FoundCase {
  id: string;
  gridCode: string;
  text: string;
  categoryCode: string | null;
  kind: CaseKind | null;
  caseClass: CaseClass | null;
  attachmentIds: string[];
}

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } } }`;
const PREPARE = `mutation ($taken: TakenInput) { prepareAttachment(taken: $taken) { id url } }`;
const TIMEOUT_MS = 30_000;

/** The way to the service of cases, always as the caller: cases decides itself who may start what, and where. */
export class CaseStarter {
  constructor(
    private readonly casesUrl: string,
    private readonly files: Files,
    private readonly dataSource: DataSource,
  ) {}

  /** @throws AppError SERVICE_UNAVAILABLE, or what cases refuses */
  async start(caller: Caller, found: FoundCase): Promise<string> {
    const { id, gridCode, text, categoryCode, kind, caseClass, attachmentIds } = found;
    const input = {
      ...{ idempotencyKey: `patrol-finding-${id}`, sourceReference: `patrol-finding-${id}`, channel: 'patrol' },
      ...{ text, areaCode: gridCode, kind: kind ?? 'request', attachmentIds },
      ...(categoryCode === null ? {} : { categoryCode }),
      ...(caseClass === null ? {} : { caseClass }),
    };
    const { startCase } = await askSubgraph<{ startCase: { case: { number: string } } }>(
      ...([this.casesUrl, START, { input }, caller] as const),
    );
    return startCase.case.number;
  }

  /** Copies pictures to cases, whose files a case's are; answers their ids there, in order. */
  async handOver(caller: Caller, ids: readonly string[]): Promise<string[]> {
    const pictures = await this.files.records.find(this.dataSource, ids);
    const handed: string[] = [];
    for (const id of ids) {
      const picture = pictures.find((one) => one.id === id);
      if (!picture) continue;
      const { takenAt: at, latitude, longitude, accuracyM } = picture;
      const taken = at === null ? null : { at, latitude, longitude, accuracyM };
      const { prepareAttachment } = await askSubgraph<{ prepareAttachment: { id: string; url: string } }>(
        ...([this.casesUrl, PREPARE, { taken }, caller] as const),
      );
      await this.send(prepareAttachment.url, picture.storageKey, picture.mediaType);
      handed.push(prepareAttachment.id);
    }
    return handed;
  }

  /** To the service itself rather than by way of the gateway: the link's path and signature are what it looks at. */
  private async send(link: string, storageKey: string, mediaType: string): Promise<void> {
    const { pathname, search } = new URL(link);
    const path = pathname.slice(pathname.indexOf('/attachments/'));
    const parts: Uint8Array[] = [];
    for await (const part of await this.files.storage.get(storageKey)) parts.push(part as Uint8Array);
    const response = await fetch(new URL(`${path}${search}`, this.casesUrl), {
      method: 'PUT',
      headers: { 'content-type': mediaType },
      body: Buffer.concat(parts),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => null);
    if (!response?.ok) throw new AppError('SERVICE_UNAVAILABLE', { part: new URL(this.casesUrl).host });
  }
}
