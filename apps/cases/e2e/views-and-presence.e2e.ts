import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, OTHER_TOWN, ROADS, TOWN, VILLAGE, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const VIEWS = 'query ($page: String!) { views: savedViews(page: $page) { id name query mine sharedWithUnit owner { id } } }';
const SAVE = 'mutation ($input: SaveViewInput!) { view: saveView(input: $input) { id name query sharedWithUnit mine } }';
const REMOVE = 'mutation ($id: ID!) { removed: removeView(id: $id) }';
const BE = 'mutation ($number: ID!) { others: beOnCase(number: $number) { id } }';

interface View {
  id: string;
  name: string;
  query: string;
  mine: boolean;
}

describe('what people keep of a page and who is on a case', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
  }, 120_000);
  afterAll(() => cases?.close());

  const town = (area = TOWN) => cases.staff(randomUUID(), 'townCentre', area, 'townCentre');
  const handler = (unit: string) => cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', unit);
  const county = () => cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre');
  const save = async (as: TokenWishes, input: object) => {
    const { data, errors } = await cases.ask<{ view: View }>(SAVE, { input: { page: 'cases', name: '红牌', query: 'card=red', ...input } }, as);
    return data?.view ?? errors![0]!.extensions;
  };
  const names = async (as: TokenWishes, page = 'cases') =>
    (await cases.ask<{ views: View[] }>(VIEWS, { page }, as)).data!.views.map(({ name }) => name);

  describe('a saved view', () => {
    it('is its owner’s alone, page by page, and takes the place of the one with its name', async () => {
      const me = town();
      await save(me, {});
      await save(me, { query: 'card=red&stage=handling' });
      await save(me, { page: 'my-work', name: '今日' });
      const { data } = await cases.ask<{ views: View[] }>(VIEWS, { page: 'cases' }, me);
      expect(data?.views).toEqual([{ id: expect.any(String), name: '红牌', query: 'card=red&stage=handling', mine: true, sharedWithUnit: false, owner: { id: me.subject } }]);
      expect(await names(me, 'my-work')).toEqual(['今日']);
      expect(await names(town())).toEqual([]);
    });

    it('that is shared is shown to the unit, or to those of the area who have none, and to nobody else', async () => {
      await save(handler(WATER), { name: '水务待办', sharedWithUnit: true });
      await save(town(), { name: '镇上急件', sharedWithUnit: true });
      expect(await names(handler(WATER))).toEqual(['水务待办']);
      expect(await names(handler(ROADS))).toEqual([]);
      expect(await names(county())).toEqual([]);
      expect(await names(town())).toEqual(['镇上急件']);
      expect(await names(town(OTHER_TOWN))).toEqual([]);
    });

    it('is removed by its owner alone', async () => {
      const me = handler(ROADS);
      const { id } = (await save(me, { name: '道路', sharedWithUnit: true })) as View;
      const colleague = handler(ROADS);
      expect(await names(colleague)).toEqual(['道路']);
      const refused = await cases.ask(REMOVE, { id }, colleague);
      expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'id' });
      expect((await cases.ask(REMOVE, { id }, me)).data).toEqual({ removed: true });
      expect(await names(colleague)).toEqual([]);
    });

    it('says by field what is too much', async () => {
      const me = town();
      expect(await save(me, { name: ' ' })).toMatchObject({ code: 'INPUT_INVALID', field: 'name' });
      expect(await save(me, { query: 'q'.repeat(1_001) })).toMatchObject({ code: 'TEXT_TOO_LONG', field: 'query', limit: 1_000, actual: 1_001 });
      for (let n = 0; n < 30; n += 1) await save(me, { name: `视图${n}` });
      expect(await save(me, { name: '再来一个' })).toMatchObject({ code: 'VIEWS_TOO_MANY', field: 'page', limit: 30 });
      expect(await save(me, { name: '视图3', query: 'new' })).toMatchObject({ name: '视图3', query: 'new' });
      const audited = await cases.sql(`select outcome, details->>'code' as code from audit_entry where actor_subject = $1 and outcome = 'refused' order by id`, [me.subject]);
      expect(audited.at(-1)).toEqual({ outcome: 'refused', code: 'VIEWS_TOO_MANY' });
    });
  });

  describe('being on a case', () => {
    const others = async (number: string, as: TokenWishes) => {
      const { data, errors } = await cases.ask<{ others: { id: string }[] }>(BE, { number }, as);
      return data?.others.map(({ id }) => id) ?? errors![0]!.extensions['code'];
    };

    it('shows the others who are there, for 45 seconds, and writes nothing of it on the audit trail', async () => {
      const { number } = await steps.newCase();
      const [me, colleague] = [cases.staff(randomUUID(), 'gridMember', GRID), cases.staff(randomUUID(), 'villageSecretary', VILLAGE, 'villageOfficial')];
      expect(await others(number, me)).toEqual([]);
      expect(await others(number, me)).toEqual([]);
      expect(await others(number, colleague)).toEqual([me.subject]);
      expect(await others(number, me)).toEqual([colleague.subject]);
      await cases.sql(`update case_presence set seen_at = now() - interval '46 seconds' where subject = $1`, [colleague.subject]);
      expect(await others(number, me)).toEqual([]);
      expect(await cases.sql(`select 1 from audit_entry where operation = 'beOnCase'`)).toEqual([]);
      expect(await cases.sql('select count(*)::int as rows from case_presence where case_number = $1', [number])).toEqual([{ rows: 2 }]);
    });

    it('is for whoever may see it', async () => {
      const { number } = await steps.newCase();
      expect(await others(number, town(OTHER_TOWN))).toBe('CASE_NOT_FOUND');
      expect(await others(number, handler(WATER))).toBe('CASE_NOT_FOUND');
      expect(await others(number, { subject: randomUUID(), roles: ['resident'] })).toBe('FORBIDDEN');
    });
  });
});
