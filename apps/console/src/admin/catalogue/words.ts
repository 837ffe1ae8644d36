import { wordsOf } from '../../words/index.js';

const zh = {
  title: '分类与权责', tabs: { categories: '事项分类', powers: '权责清单', imports: '导入', routing: '分派规则' },
  searchCategory: '分类名称的一部分', searchPower: '权责事项名称的一部分', anyDomain: '全部领域', withClosed: '含已停用', noCategories: '没有分类', noCategoriesText: '导入本县的分类表后在这里显示；没有自己的分类时用通用分类。',
  noPowers: '没有权责事项', noPowersText: '换一个条件，或导入本县的权责清单。', expand: '展开 {{name}}', collapse: '收起 {{name}}', closedOn: '{{on}} 起停用', common: '通用分类',
  columns: { power: '事项', domain: '领域', ground: '设定依据', level: '层级', unit: '牵头单位', category: '分类', area: '区域', term: '有效期', rule: '规则' }, level: { city: '市级', county: '县级', town: '乡镇级' }, closed: '已移出清单',
  kind: { categories: '事项分类', powers: '权责清单' }, what: '导入什么', file: '文件', choose: '选择文件', fileHint: 'CSV（UTF-8、GB18030）或 Excel，3 MB 以内', columnsHint: { categories: '列：一级分类、二级分类、三级分类；可加 领域、英文', powers: '列：事项编码、事项名称、所属领域、设定依据、行使层级；可加 牵头单位' },
  missing: '文件里没有的', keep: '保留', closeMissing: '停用（文件是全部）', preview: '预览', import: '导入', importOk: '已导入，{{version}}', importNothing: '没有变化，未产生新版本', tooLarge: '文件超过 3 MB',
  counts: '{{rows}} 行：新增 {{added}}、修改 {{changed}}、停用 {{closed}}、不变 {{unchanged}}、未采用 {{refused}}', refusedTitle: '未采用的行', refusedHint: '其余各行照常导入。', line: '行', column: '列', why: '原因', wholeRow: '整行', changesTitle: '将要发生的变化',
  change: { added: '新增', changed: '修改', closed: '停用' }, noChanges: '没有变化', history: '导入记录', noHistory: '还没有导入过', historyFile: '文件', historyAt: '时间', historyCounts: '新增 / 修改 / 停用 / 未采用', shownFirst: '只显示前 {{n}} 条',
  newRule: '新建规则', noRules: '没有分派规则', noRulesText: '没有规则时按权责、以往裁定和领域推荐单位。', everyCategory: '所有分类', untilOpen: '长期', onlyNow: '只看现行', categoryHint: '留空为所有分类，含其下级', powerHint: '只在需要该权责时适用，可不填', unit: '由哪个单位办理', from: '生效日期',
  ruleHint: '同一分类、区域的前一条规则到这一天结束，并保留在记录里。', ruleSet: '已建立规则', end: '结束', endTitle: '结束规则', endOn: '从哪一天起不再适用', ruleEnded: '已结束', powerCode: '权责事项编码',
};

export const useCatalogueWords = wordsOf('admin.catalogue', zh, {
  title: 'Categories and powers', tabs: { categories: 'Categories', powers: 'Powers', imports: 'Import', routing: 'Routing rules' },
  searchCategory: 'Part of the category’s name', searchPower: 'Part of the power’s name', anyDomain: 'Every domain', withClosed: 'Closed ones too', noCategories: 'No categories', noCategoriesText: 'They stand here once the county’s list is imported; until then it uses the common one.',
  noPowers: 'No powers', noPowersText: 'Try another condition, or import the county’s list.', expand: 'Open {{name}}', collapse: 'Close {{name}}', closedOn: 'closed from {{on}}', common: 'Common tree',
  columns: { power: 'Power', domain: 'Domain', ground: 'Legal ground', level: 'Level', unit: 'Leading unit', category: 'Category', area: 'Area', term: 'In force', rule: 'Rule' }, level: { city: 'City', county: 'County', town: 'Town' }, closed: 'No longer listed',
  kind: { categories: 'Categories', powers: 'Powers' }, what: 'What to import', file: 'File', choose: 'Choose a file', fileHint: 'CSV (UTF-8, GB18030) or Excel, 3 MB at most',
  columnsHint: { categories: 'Columns: 一级分类, 二级分类, 三级分类; optionally 领域, 英文', powers: 'Columns: 事项编码, 事项名称, 所属领域, 设定依据, 行使层级; optionally 牵头单位' },
  missing: 'What the file does not name', keep: 'stays', closeMissing: 'closes (the file is the whole)', preview: 'Preview', import: 'Import', importOk: 'Imported: {{version}}', importNothing: 'Nothing changed; no new version', tooLarge: 'The file is larger than 3 MB',
  counts: '{{rows}} rows: {{added}} added, {{changed}} changed, {{closed}} closed, {{unchanged}} as they were, {{refused}} left out', refusedTitle: 'Rows that are left out', refusedHint: 'All others are taken.', line: 'Line', column: 'Column', why: 'Why', wholeRow: 'the row',
  changesTitle: 'What will change', change: { added: 'Added', changed: 'Changed', closed: 'Closed' }, noChanges: 'Nothing changes', history: 'Imports so far', noHistory: 'None so far', historyFile: 'File', historyAt: 'When', historyCounts: 'Added / changed / closed / left out',
  shownFirst: 'The first {{n}}', newRule: 'New rule', noRules: 'No routing rules', noRulesText: 'Without them units are proposed by powers, earlier decisions and domains.', everyCategory: 'Every category', untilOpen: 'no end', onlyNow: 'In force only', categoryHint: 'Empty: every category; with what lies below it',
  powerHint: 'Only where this power is needed; may be left out', unit: 'Which unit answers', from: 'In force from', ruleHint: 'The rule before it for the same category and area ends on that day and stays on record.', ruleSet: 'The rule stands', end: 'End', endTitle: 'End the rule',
  endOn: 'First day without it', ruleEnded: 'Ended', powerCode: 'Code of the power',
});
