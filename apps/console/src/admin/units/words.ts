import { wordsOf } from '../../words/index.js';

const zh = {
  title: '单位', newUnit: '新建单位', searchHint: '单位名称的一部分', withClosed: '含已停用', nothing: '没有单位', nothingText: '换一个条件，或新建单位。',
  kind: { cityCentre: '市综治中心', countyCentre: '县级指挥中心', townCentre: '乡镇综治中心', village: '村（社区）', department: '部门', organisation: '其他单位' },
  anyKind: '全部类型', columns: { unit: '单位', kind: '类型', domains: '负责领域', state: '状态' }, open: '正常', closes: '{{on}} 起停用', closed: '已停用', below: '{{n}} 个下级',
  expand: '展开 {{name}}', collapse: '收起 {{name}}', parent: '上级单位', noParent: '没有上级', domains: '负责领域', codeHint: '可不填，由系统编号；以后不能改', created: '已新建', changed: '已修改',
  close: '停用', closeTitle: '停用 {{name}}', closeHint: '从这一天起不再接收新任务，手上的任务继续办完；历史记录保留。', closedDone: '已安排停用', on: '停用日期', more: '还有更多单位，请用名称查找。',
};

export const useUnitWords = wordsOf('admin.units', zh, {
  title: 'Units', newUnit: 'New unit', searchHint: 'Part of the unit’s name', withClosed: 'Closed ones too', nothing: 'No units', nothingText: 'Try another condition, or create one.',
  kind: { cityCentre: 'City centre', countyCentre: 'County centre', townCentre: 'Town centre', village: 'Village', department: 'Department', organisation: 'Other' },
  anyKind: 'Every kind', columns: { unit: 'Unit', kind: 'Kind', domains: 'Domains', state: 'State' }, open: 'Open', closes: 'Closes {{on}}', closed: 'Closed', below: '{{n}} below',
  expand: 'Open {{name}}', collapse: 'Close {{name}}', parent: 'Unit above', noParent: 'None above', domains: 'Domains it answers for', codeHint: 'May be left out and is then given; it never changes', created: 'Created',
  changed: 'Changed', close: 'Close', closeTitle: 'Close {{name}}', closeHint: 'From that day on it takes no new task; what it has it finishes. Its record stays.', closedDone: 'It will close', on: 'From which day',
  more: 'There are more units: look for them by name.',
});
