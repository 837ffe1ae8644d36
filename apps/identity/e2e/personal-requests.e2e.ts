import { randomUUID } from 'node:crypto';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import type { ErasureInput, ForgottenReporter } from '@yiwang/contracts/erasure';
import { installRuntime, runWorker } from '@yiwang/platform/engine/worker';
import { createLogger } from '@yiwang/platform/logging';
import { doorTo, type Door } from '@yiwang/testing/door';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { bundleFromSources, startTimeSkipping } from '@yiwang/testing/time-skipping';
import { ErasureHandOver } from '../src/personal/erasure-hand-over.js';
import { GRID, admin, gridMember, testIdentity, type TestIdentity } from './county.js';

const PAYLOAD_KEYS = `t1:${Buffer.alloc(32, 3).toString('base64')}`;
const EXPORT = `mutation ($id: ID!, $reason: String) { exportPersonalData(residentId: $id, reason: $reason) {
  residentId subject countyCode profile { name phone phoneVerifiedAt areaCode proxies { personId means } } } }`;
const ERASE = `mutation ($id: ID!, $reason: String) { erasePersonalData(residentId: $id, reason: $reason) { residentId erasedAt } }`;
const MINE = '{ myResident { id name phone } }';

interface Receipt {
  erasePersonalData: { residentId: string; erasedAt: string };
}

describe('what is kept of a resident', () => {
  let identity: TestIdentity;
  let door: Door;
  const forgotten: ErasureInput[] = [];
  const closers: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    installRuntime(createLogger('engine', 'silent'));
    const environment = await startTimeSkipping();
    closers.push(() => environment.teardown());
    door = await doorTo(environment.address);
    closers.push(() => door.close());
    const forgetReporter = async (input: ErasureInput): Promise<ForgottenReporter> => ({ cases: forgotten.push(input) });
    const worker = await runWorker({
      connection: environment.nativeConnection,
      namespace: 'default',
      taskQueue: TASK_QUEUES.cases,
      codecKeys: PAYLOAD_KEYS,
      workflowBundle: await bundleFromSources(),
      activities: { forgetReporter },
    });
    closers.push(() => worker.stop());
    identity = await testIdentity({ TEMPORAL_ADDRESS: door.address, PAYLOAD_KEYS });
    closers.push(() => identity.close());
  }, 240_000);
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  }, 60_000);

  const resident = (): TokenWishes & { subject: string } => ({ subject: randomUUID(), roles: ['resident'] });
  /** A resident with an account and a number that is proven, unless said otherwise. */
  async function registered(as: TokenWishes, { phone, proven = true }: { phone: string; proven?: boolean }) {
    await identity.sql('truncate rate_limit');
    const save = 'mutation ($input: RegisterResidentInput!) { saved: saveMyResident(input: $input) { id } }';
    const enter = 'mutation ($input: RegisterResidentInput!) { saved: registerResident(input: $input) { id } }';
    const input = { name: '孟浩然', areaCode: GRID, phone, ...(proven ? { phoneProof: await proofOf(phone) } : {}) };
    const { data, errors } = await identity.ask<{ saved: { id: string } }>(proven ? save : enter, { input }, as);
    if (!data?.saved) throw new Error(JSON.stringify(errors));
    return data.saved.id;
  }
  async function proofOf(phone: string): Promise<string> {
    const asked = await identity.ask<{ requestPhoneCode: { id: string } }>('mutation ($phone: String!) { requestPhoneCode(phone: $phone) { id } }', { phone });
    const { id } = asked.data!.requestPhoneCode;
    const [mail] = await identity.sql<{ body: string }>('select body from mailbox where message_id = $1', [`phone-code:${id}`]);
    const confirmed = await identity.ask<{ confirmPhone: { proof: string } }>(
      'mutation ($id: ID!, $code: String!) { confirmPhone(id: $id, code: $code) { proof } }',
      { id, code: /\d{6}/.exec(mail!.body)![0] },
    );
    return confirmed.data!.confirmPhone.proof;
  }
  const phoneOf = () => `1990${String(Math.random()).slice(2, 9)}`;
  const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code;
  const until = async (look: () => boolean): Promise<void> => {
    for (const begun = Date.now(); !look(); await new Promise((resolve) => setTimeout(resolve, 50))) {
      if (Date.now() - begun > 20_000) throw new Error('What was waited for did not come');
    }
  };
  const audited = (id: string) =>
    identity.sql(`select operation, outcome, county_code, details from audit_entry where target_id = $1 and operation like '%PersonalData' order by id`, [id]);

  it('is given to themselves in full, and to an administrator of theirs for a reason', async () => {
    const [self, phone] = [resident(), phoneOf()];
    const id = await registered(self, { phone });
    const { data } = await identity.ask<{ exportPersonalData: object }>(EXPORT, { id }, self);
    expect(data?.exportPersonalData).toMatchObject({
      ...{ residentId: id, subject: self.subject, countyCode: GRID.slice(0, 6) },
      profile: { name: '孟浩然', phone, areaCode: GRID, proxies: [] },
    });
    expect(codeOf(await identity.ask(EXPORT, { id }, admin()))).toBe('INPUT_INVALID');
    const byOffice = await identity.ask<{ exportPersonalData: object }>(EXPORT, { id, reason: '本人书面申请' }, admin());
    expect(byOffice.data?.exportPersonalData).toMatchObject({ profile: { phone } });
    expect(await identity.sql('select kind, asked_by, reason from personal_request where resident_id = $1 order by asked_at', [id])).toEqual([
      { kind: 'export', asked_by: self.subject, reason: '本人 / the resident' },
      { kind: 'export', asked_by: admin().subject, reason: '本人书面申请' },
    ]);
    expect(await audited(id)).toEqual([
      { operation: 'exportPersonalData', outcome: 'done', county_code: GRID.slice(0, 6), details: {} },
      { operation: 'exportPersonalData', outcome: 'refused', county_code: GRID.slice(0, 6), details: { code: 'INPUT_INVALID', field: 'reason' } },
      { operation: 'exportPersonalData', outcome: 'done', county_code: GRID.slice(0, 6), details: {} },
    ]);
  });

  it('is nobody else’s to ask for or to end', async () => {
    const self = resident();
    const id = await registered(self, { phone: phoneOf() });
    for (const query of [EXPORT, ERASE]) {
      expect(codeOf(await identity.ask(query, { id }, resident()))).toBe('NOT_FOUND');
      expect(codeOf(await identity.ask(query, { id, reason: '想看' }, gridMember()))).toBe('FORBIDDEN');
      expect(codeOf(await identity.ask(query, { id: randomUUID(), reason: '想看' }, admin()))).toBe('NOT_FOUND');
    }
    await identity.sql(`update resident set area_code = '990122' where id = $1`, [id]);
    expect(codeOf(await identity.ask(ERASE, { id, reason: '外县' }, admin()))).toBe('NOT_FOUND');
    expect((await identity.ask<{ myResident: object }>(MINE, {}, self)).data?.myResident).toMatchObject({ name: '孟浩然' });
  });

  it('is unreadable at once when it is erased, and others are told by ids and an index, never by the number', async () => {
    const [self, phone] = [resident(), phoneOf()];
    const id = await registered(self, { phone });
    const grant = 'mutation ($input: GrantProxyInput!) { grantProxy(input: $input) { id } }';
    const proxy = { personId: gridMember().subject, means: 'online', until: new Date(Date.now() + 86_400_000) };
    await identity.ask(grant, { input: proxy }, self);
    const [sealed] = await identity.sql<{ phone: Buffer; index: Buffer }>('select phone_sealed as phone, phone_index as index from resident where id = $1', [id]);
    const { data, errors } = await identity.ask<Receipt>(ERASE, { id }, self);
    expect(errors).toBeUndefined();
    expect(data?.erasePersonalData.residentId).toBe(id);
    await until(() => forgotten.some((one) => one.residentId === id));
    const told = forgotten.find((one) => one.residentId === id)!;
    expect(told).toMatchObject({ subject: self.subject, countyCode: GRID.slice(0, 6), phoneIndexes: [sealed!.index.toString('hex')] });
    expect(JSON.stringify(told)).not.toContain(phone);
    expect((await identity.ask(MINE, {}, self)).data).toEqual({ myResident: null });
    expect(await identity.sql('select subject, name_sealed, phone_sealed, phone_index, area_code from resident where id = $1', [id])).toEqual([
      { subject: null, name_sealed: null, phone_sealed: null, phone_index: null, area_code: GRID.slice(0, 6) },
    ]);
    const keys = await identity.sql('select 1 from personal_key where subject = $1', [`resident:${id}`]);
    expect([sealed!.phone.length > 40, keys]).toEqual([true, []]);
    expect(await identity.sql('select 1 from proxy where resident_id = $1 and withdrawn_at is null', [id])).toEqual([]);
    expect(await identity.sql('select 1 from phone_code where phone_index = $1', [sealed!.index])).toEqual([]);
    const again = await identity.ask<Receipt>(ERASE, { id, reason: '再次申请' }, admin());
    expect(again.data?.erasePersonalData).toEqual(data!.erasePersonalData);
    expect(forgotten.filter((one) => one.residentId === id)).toHaveLength(1);
  });

  it('is erased elsewhere once the engine is back, and what was to be told is then forgotten here as well', async () => {
    const [self, phone] = [resident(), phoneOf()];
    const id = await registered(self, { phone });
    door.shut();
    expect((await identity.ask<Receipt>(ERASE, { id, reason: '本人申请' }, admin())).data?.erasePersonalData.residentId).toBe(id);
    const waiting = () => identity.sql('select subject, cardinality(phone_indexes) as indexes from personal_request where resident_id = $1 and handed_over_at is null', [id]);
    expect(await waiting()).toEqual([{ subject: self.subject, indexes: 1 }]);
    door.open();
    const handOver = identity.app.get(ErasureHandOver, { strict: false });
    await handOver.once().catch(() => handOver.once());
    await until(() => forgotten.some((one) => one.residentId === id));
    expect(await waiting()).toEqual([]);
    expect(await identity.sql('select subject, cardinality(phone_indexes) as indexes from personal_request where resident_id = $1', [id])).toEqual([
      { subject: null, indexes: 0 },
    ]);
  }, 60_000);

  it('leaves cases under a number alone that was never proven to be theirs', async () => {
    const id = await registered(gridMember(), { phone: phoneOf(), proven: false });
    await identity.ask(ERASE, { id, reason: '登记有误' }, admin());
    await until(() => forgotten.some((one) => one.residentId === id));
    expect(forgotten.find((one) => one.residentId === id)).toMatchObject({ subject: null, phoneIndexes: [] });
  });
});
