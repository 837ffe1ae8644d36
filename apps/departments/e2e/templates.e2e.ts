import { departmentsTrial, type DepartmentsTrial, type Staff } from './county.js';

const CREATE = `mutation ($input: CreateResponseTemplateInput!) { createResponseTemplate(input: $input) { id version unit { code } } }`;
const CHANGE = `mutation ($input: ChangeResponseTemplateInput!) { changeResponseTemplate(input: $input) { version text versions { version text } } }`;
const LIST = `query ($filter: ResponseTemplateFilter!) { responseTemplates(filter: $filter) { name } }`;

describe('response templates', () => {
  let departments: DepartmentsTrial;
  let office: Staff;
  let handler: Staff;

  beforeAll(async () => {
    departments = await departmentsTrial();
    office = departments.appoint('administrator', '990121');
    handler = departments.appoint('departmentHandler', '990121', 'education');
  }, 120_000);
  afterAll(() => departments?.close());

  const create = (input: object, as = office, language = 'en') =>
    departments.ask<{ createResponseTemplate: { id: string; version: number } }>(
      CREATE,
      { input: { countyCode: '990121', name: '办结答复', text: '您反映的{{事项类别}}已由{{unitName}}办结：{{办理结果}}', ...input } },
      as,
      language,
    );
  const list = async (filter: object, as = office) => {
    const { data } = await departments.ask<{ responseTemplates: { name: string }[] }>(LIST, { filter: { countyCode: '990121', ...filter } }, as);
    return data!.responseTemplates.map(({ name }) => name);
  };

  it('keep every wording', async () => {
    const { data } = await create({ name: '入户告知' });
    const { id } = data!.createResponseTemplate;
    const changed = await departments.ask<{ changeResponseTemplate: object }>(CHANGE, { input: { id, version: 1, text: '已受理，{{办结期限}}前答复' } }, office);
    expect(changed.data!.changeResponseTemplate).toMatchObject({ version: 2, versions: [{ version: 2, text: '已受理，{{办结期限}}前答复' }, { version: 1 }] });
    const late = await departments.ask(CHANGE, { input: { id, version: 1, text: '旧' } }, office);
    expect(late.errors?.[0]?.extensions).toMatchObject({ code: 'VERSION_CONFLICT', actual: 2 });
  });

  it.each(['{{姓名}}', '{{ }}', '{{案件编号', '案件编号}}', '{{password}}'])('refuse the placeholder %s and name those there are', async (text) => {
    const [zh, en] = [await create({ text }, office, 'zh-CN'), await create({ text })];
    expect(zh.errors?.[0]).toMatchObject({ message: expect.stringContaining('案件编号'), extensions: { code: 'PLACEHOLDER_UNKNOWN', field: 'text' } });
    expect(en.errors?.[0]?.extensions.code).toBe('PLACEHOLDER_UNKNOWN');
  });

  it('are a unit’s own too, and found by unit, category and words', async () => {
    expect((await create({ name: '全县通用' })).errors).toBeUndefined();
    expect((await create({ name: '入学答复', unitCode: 'education', categoryCode: '1001' }, handler)).errors).toBeUndefined();
    expect((await create({ name: '他单位', unitCode: 'city-management' }, handler)).errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');
    expect((await create({ name: '入学答复', unitCode: 'education' })).errors?.[0]?.extensions.code).toBe('NAME_TAKEN');
    expect(await list({ unitCode: 'city-management' })).not.toContain('入学答复');
    expect(await list({ unitCode: 'education', categoryCode: '1001' })).toEqual(expect.arrayContaining(['全县通用', '入学答复']));
    expect(await list({ categoryCode: '0901' })).not.toContain('入学答复');
    expect(await list({ search: '入学' })).toEqual(['入学答复']);
  });

  it('are not offered once retired', async () => {
    const { data } = await create({ name: '过时' });
    await departments.ask(`mutation ($id: ID!) { retireResponseTemplate(id: $id) { id } }`, { id: data!.createResponseTemplate.id }, office);
    expect(await list({ search: '过时' })).toEqual([]);
    const other = departments.appoint('administrator', '990122');
    expect((await departments.ask(LIST, { filter: { countyCode: '990121' } }, other)).errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');
  });
});
