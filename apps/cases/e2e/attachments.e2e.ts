import { randomBytes, randomUUID } from 'node:crypto';
import { createLogger } from '@yiwang/platform/logging';
import { AttachmentLinks, AttachmentRecords, LocalStorage } from '@yiwang/platform/storage';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { DataSource } from 'typeorm';
import { Housekeeping } from '../src/housekeeping.js';
import { engineStand, type EngineStand } from './engine.js';
import { ATTACHMENT_HOST, GRID } from './stand.js';

const PREPARE = 'mutation { prepareAttachment { id url } }';
const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { replayed pickupCode
  case { number attachments { id kind mediaType bytes url } } } }`;
const START_MANY = `mutation ($cases: [StartCaseInput!]!) { startCases(cases: $cases) { accepted refused results { error { code field } } } }`;
const ADD = `mutation ($input: AddToCaseInput!) { addToCase(input: $input) { attachments { id } } }`;
const COMPLETE = `mutation ($input: CompleteTaskArguments!) { completeTask(input: $input) { state case { attachments { id } } } }`;
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.alloc(200, 1),
]);

interface Attached {
  id: string;
  kind: string;
  mediaType: string;
  bytes: number;
  url: string;
}
interface Started {
  startCase: { replayed: boolean; pickupCode: string; case: { number: string; attachments: Attached[] } };
}

describe('attachments', () => {
  let cases: EngineStand;
  beforeAll(async () => {
    cases = await engineStand();
  }, 180_000);
  afterAll(() => cases?.close(), 60_000);

  /** The link names the public address; behind it stands this service. */
  const reached = (url: string): string => url.replace(ATTACHMENT_HOST, cases.url.replace('/graphql', ''));
  const prepare = async (as?: TokenWishes) =>
    (await cases.ask<{ prepareAttachment: { id: string; url: string } }>(PREPARE, {}, as)).data!.prepareAttachment;
  const put = async (url: string, body: Buffer, headers: Record<string, string> = {}) => {
    const answer = await fetch(reached(url), { method: 'PUT', body: new Uint8Array(body), headers: { 'accept-language': 'en', ...headers } });
    return { status: answer.status, body: (await answer.json()) as { code?: string; message?: string } };
  };
  const uploaded = async (as?: TokenWishes): Promise<string> => {
    const { id, url } = await prepare(as);
    expect((await put(url, Buffer.concat([PNG, randomBytes(8)]))).status).toBe(201);
    return id;
  };
  const input = (attachmentIds: string[], over: object = {}) => ({
    ...{ idempotencyKey: randomUUID(), text: `井盖破损 ${randomUUID()}`, areaCode: GRID, attachmentIds },
    ...over,
  });
  const refusal = async (asked: Promise<{ errors?: { extensions: Record<string, unknown> }[] }>) => (await asked).errors?.[0]?.extensions;

  it('go up by a link, into a case, and out again by another link', async () => {
    const { id, url } = await prepare();
    expect(await put(url, PNG)).toMatchObject({ status: 201, body: { id, kind: 'image', mediaType: 'image/png' } });
    const { data } = await cases.ask<Started>(START, { input: input([id]) });
    const [attached] = data!.startCase.case.attachments;
    expect(attached).toMatchObject({ id, kind: 'image', mediaType: 'image/png', bytes: PNG.length });
    const answer = await fetch(reached(attached!.url));
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true);
    const { data: tracked } = await cases.ask<{ trackCase: { attachments: { id: string }[] } }>(
      'query ($n: ID!, $c: String!) { trackCase(number: $n, pickupCode: $c) { attachments { id } } }',
      { n: data!.startCase.case.number, c: data!.startCase.pickupCode },
    );
    expect(tracked?.trackCase.attachments).toEqual([{ id }]);
  });

  it('say when they were taken to everybody, and where to those who work on the case', async () => {
    const [at, place] = ['2026-11-20T01:02:03.000Z', { latitude: 35.003, longitude: 104.62, accuracyM: 8 }];
    const member = cases.staff(randomUUID(), 'gridMember', GRID);
    const ask = (taken: object) =>
      cases.ask<{ prepareAttachment: { id: string; url: string } }>('mutation ($t: TakenInput) { prepareAttachment(taken: $t) { id url } }', { t: taken }, member);
    const { data } = await ask({ at, ...place });
    const { id, url } = data!.prepareAttachment;
    expect((await put(url, PNG)).status).toBe(201);
    const { data: started } = await cases.ask<Started>(START, { input: input([id]) }, member);
    const { number } = started!.startCase.case;
    const fields = 'attachments { id takenAt latitude longitude accuracyM }';
    const seen = await cases.ask<{ case: object }>(`query ($n: ID!) { case(number: $n) { ${fields} } }`, { n: number }, member);
    expect(seen.data?.case).toEqual({ attachments: [{ id, takenAt: at, ...place }] });
    const tracked = await cases.ask<{ trackCase: object }>(`query ($n: ID!, $c: String!) { trackCase(number: $n, pickupCode: $c) { ${fields} } }`, {
      ...{ n: number, c: started!.startCase.pickupCode },
    });
    expect(tracked.data?.trackCase).toEqual({ attachments: [{ id, takenAt: at, latitude: null, longitude: null, accuracyM: null }] });
    expect(await refusal(ask({ at, latitude: 91, longitude: 0 }))).toMatchObject({ code: 'INPUT_INVALID', field: 'latitude' });
  });

  it('are taken by their content, not by their name or header, and once per link', async () => {
    const { url } = await prepare();
    expect(await put(url, Buffer.from('#!/bin/sh\necho hello\n'), { 'content-type': 'image/png' })).toMatchObject({
      status: 400,
      body: { code: 'ATTACHMENT_TYPE_REFUSED', message: expect.stringContaining('png') },
    });
    expect((await put(url, PNG)).status).toBe(201);
    expect(await put(url, PNG)).toMatchObject({ body: { code: 'ATTACHMENT_UNKNOWN' } });
  });

  it('are refused beyond the size of their kind', async () => {
    const { url } = await prepare();
    const tooLarge = Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]);
    expect(await put(url, tooLarge)).toMatchObject({ status: 413, body: { code: 'ATTACHMENT_TOO_LARGE' } });
  });

  it('are refused by links that are expired, forged or for the other direction', async () => {
    const { id, url } = await prepare();
    const links = new AttachmentLinks(ATTACHMENT_HOST, ['another secret for tests only - forty chars'], () => Math.floor(Date.now() / 1000) - 7_200);
    const forged = new AttachmentLinks(ATTACHMENT_HOST, ['a secret that this service does not have, indeed']);
    for (const link of [links.upload(id, 900), forged.upload(id, 900), url.replace(/expires=\d+/, 'expires=99999999999'), `${ATTACHMENT_HOST}/attachments/${id}`]) {
      expect(await put(link, PNG)).toMatchObject({ status: 403, body: { code: 'LINK_EXPIRED' } });
    }
    expect((await fetch(reached(url))).status).toBe(403);
  });

  it('belong to who uploaded them, and to one case', async () => {
    const member = cases.staff(randomUUID(), 'gridMember', GRID);
    const id = await uploaded(member);
    const unknown = { code: 'ATTACHMENT_UNKNOWN', field: 'attachmentIds', value: id };
    expect(await refusal(cases.ask(START, { input: input([id]) }))).toMatchObject(unknown);
    expect(await refusal(cases.ask(START, { input: input([id]) }, cases.hotline))).toMatchObject(unknown);
    const once = input([id]);
    const first = await cases.ask<Started>(START, { input: once }, member);
    const again = await cases.ask<Started>(START, { input: once }, member);
    expect(again.data!.startCase).toMatchObject({ replayed: true, case: { number: first.data!.startCase.case.number } });
    expect(await refusal(cases.ask(START, { input: input([id]) }, member))).toMatchObject(unknown);
    const prepared = await prepare(member);
    expect(await refusal(cases.ask(START, { input: input([prepared.id]) }, member))).toMatchObject({ code: 'ATTACHMENT_UNKNOWN' });
    expect(await refusal(cases.ask(START, { input: input(Array.from({ length: 21 }, () => id)) }, member))).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'attachmentIds',
    });
  });

  it('of one case of a batch spoil no other', async () => {
    const [taken, fresh] = [await uploaded(cases.hotline), await uploaded(cases.hotline)];
    await cases.ask(START, { input: input([taken]) }, cases.hotline);
    const batch = [input([]), input([taken]), input([fresh]), input([fresh]), input([])];
    const { data } = await cases.ask<{ startCases: { accepted: number; results: { error: object | null }[] } }>(START_MANY, { cases: batch }, cases.hotline);
    const refused = { error: { code: 'ATTACHMENT_UNKNOWN', field: 'attachmentIds' } };
    expect(data?.startCases).toMatchObject({ accepted: 3, refused: 2, results: [{ error: null }, refused, { error: null }, refused, { error: null }] });
  });

  it('come with an addition, and with the answer', async () => {
    const { number, task } = await cases.runningCase();
    const added = await uploaded(cases.hotline);
    await cases.ask(ADD, { input: { number, text: '现场照片', attachmentIds: [added] } }, cases.hotline);
    const member = cases.staff(randomUUID(), 'gridMember', GRID);
    const shown = await uploaded(member);
    const answer = { taskId: task.id, version: task.version, answer: '已换新井盖', attachmentIds: [shown] };
    const { data } = await cases.ask<{ completeTask: { state: string; case: { attachments: object[] } } }>(COMPLETE, { input: answer }, member);
    expect(data?.completeTask).toEqual({ state: 'completed', case: { attachments: [{ id: added }, { id: shown }] } });
    const [entry] = await cases.sql(`select data->'attachmentIds' as ids from timeline_entry where case_number = $1 and type = 'answered'`, [number]);
    expect(entry).toEqual({ ids: [shown] });
  });

  it('of an answer that was refused do not stay with the case', async () => {
    const { number, task } = await cases.runningCase();
    const [first, second] = [cases.staff(randomUUID(), 'gridMember', GRID), cases.staff(randomUUID(), 'gridMember', GRID)];
    const [theirs, others] = [await uploaded(first), await uploaded(second)];
    const answers = await Promise.all(
      [[first, theirs] as const, [second, others] as const].map(([as, id]) =>
        cases.ask<{ completeTask: object }>(COMPLETE, { input: { taskId: task.id, version: task.version, answer: '已换', attachmentIds: [id] } }, as),
      ),
    );
    const kept = answers[0]?.data?.completeTask ? theirs : others;
    expect(await cases.sql('select id from attachment where case_number = $1', [number])).toEqual([{ id: kept }]);
    const late = await cases.ask(COMPLETE, { input: { taskId: task.id, version: 1, answer: '已换', attachmentIds: [kept], idempotencyKey: 'late' } }, first);
    expect(late.errors?.[0]?.extensions.code).toBe('TASK_CLOSED');
  });

  it('that no case took are removed with their files, others stay', async () => {
    const [unused, used] = [await uploaded(), await uploaded()];
    await cases.ask(START, { input: input([used]) });
    const young = await uploaded();
    await cases.sql(`update attachment set created_at = now() - interval '3 days' where id = any($1::uuid[])`, [[unused, used]]);
    const [{ storage_key: key }] = (await cases.sql<{ storage_key: string }>('select storage_key from attachment where id = $1', [unused])) as [{ storage_key: string }];
    const storage = new LocalStorage(cases.folder);
    expect(await storage.head(key)).not.toBeNull();
    const source = cases.app.get(DataSource, { strict: false });
    await new Housekeeping(source, new AttachmentRecords('cases'), storage, createLogger('housekeeping', 'silent')).once();
    expect(await storage.head(key)).toBeNull();
    const left = await cases.sql<{ id: string }>('select id from attachment where id = any($1::uuid[])', [[unused, used, young]]);
    expect(left.map(({ id }) => id).sort()).toEqual([used, young].sort());
  });
});
