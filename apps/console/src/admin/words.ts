import { wordsOf } from '../words/index.js';

const zh = {
  menu: '管理菜单', county: '县（区）', notYours: '您没有管理员岗位', notYoursText: '需要管理时，请联系本县管理员任命。',
  pages: {
    people: '人员与岗位', units: '单位', catalogue: '分类与权责', policies: '政策与规则演练', calendar: '工作日历', qrPoints: '二维码', clients: '外部系统', audit: '审计',
  },
  search: '查找', all: '全部', back: '返回', change: '修改', save: '保存', create: '新建', close: '关闭', actions: '操作', state: '状态', today: '今天', none: '无',
  from: '自', until: '至', reason: '理由', name: '名称', code: '代码', place: '所在地', day: { first: '开始日期', last: '最后一天', on: '生效日期' },
  atOnce: '留空则立即生效', saved: '已保存', version: '第 {{n}} 版',
};

export const useAdminWords = wordsOf('admin', zh, {
  menu: 'Administration', county: 'County', notYours: 'You hold no post as administrator', notYoursText: 'Ask an administrator of your county to appoint you.',
  pages: {
    people: 'People and posts', units: 'Units', catalogue: 'Categories and powers', policies: 'Policies and rule lab', calendar: 'Working calendar', qrPoints: 'QR codes', clients: 'Outside systems',
    audit: 'Audit',
  },
  search: 'Search', all: 'All', back: 'Back', change: 'Change', save: 'Save', create: 'New', close: 'Close', actions: 'Actions', state: 'State', today: 'Today', none: 'None',
  from: 'From', until: 'Until', reason: 'Reason', name: 'Name', code: 'Code', place: 'Place', day: { first: 'First day', last: 'Last day', on: 'In force from' },
  atOnce: 'At once where it is left empty', saved: 'Saved', version: 'Version {{n}}',
});
