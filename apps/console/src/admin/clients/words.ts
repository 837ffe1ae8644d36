import { wordsOf } from '../../words/index.js';

const zh = {
  title: '外部系统', newClient: '接入系统', nothing: '还没有外部系统', nothingText: '12345 热线、留言板等系统接入后，在这里管理密钥和用量。',
  columns: { name: '系统', places: '可提交的地方', limits: '限额', key: '密钥', state: '状态' }, state: { active: '启用', disabled: '停用' },
  clientId: '客户端标识', clientIdHint: '3–64 位小写字母、数字和连字符，以后不能改', counties: '可提交诉求的县', categories: '可提交的事项分类', allCategories: '全部分类', perDay: '每天最多', perMinute: '每分钟最多', noLimit: '不限',
  day: '每天 {{n}} 件', minute: '每分钟 {{n}} 件', nowhere: '无（只读）', rotatedAt: '{{at}} 更换', neverRotated: '未更换过',
  rotate: '更换密钥', rotateAsk: '更换 {{name}} 的密钥？', rotateText: '旧密钥立即作废（除非登录系统设有宽限），请先与对方约好时间。', keyTitle: '{{name}} 的密钥', keyHint: '只显示这一次，请以安全方式交给对方。',
  grace: '旧密钥到 {{at}} 前仍可用。', created: '已接入', changed: '已修改', disable: '停用', disableAsk: '停用 {{name}}？', disableText: '立即拒绝它的一切请求，包括还有效的令牌。', disabled: '已停用', enable: '启用', enabled: '已启用',
  usage: '用量', usageTitle: '{{name}} 的用量', started: '受理', refused: '拒绝', usageNone: '还没有用量', usageDay: '日期',
};

export const useClientWords = wordsOf('admin.clients', zh, {
  title: 'Outside systems', newClient: 'Add a system', nothing: 'No outside systems yet', nothingText: 'Once the 12345 hotline, a message board or the like is connected, its key and use are looked after here.',
  columns: { name: 'System', places: 'May start cases in', limits: 'Quota', key: 'Key', state: 'State' }, state: { active: 'Enabled', disabled: 'Disabled' },
  clientId: 'Client id', clientIdHint: '3 to 64 small letters, digits and hyphens; it never changes', counties: 'Counties it may start cases in', categories: 'Categories it may start', allCategories: 'Every category', perDay: 'At most a day',
  perMinute: 'At most a minute', noLimit: 'No limit', day: '{{n}} a day', minute: '{{n}} a minute', nowhere: 'Nowhere (reads only)', rotatedAt: 'changed {{at}}', neverRotated: 'never changed',
  rotate: 'Rotate key', rotateAsk: 'Rotate the key of {{name}}?', rotateText: 'The old key is void at once, unless a grace is set in Keycloak: agree on a time with the other side first.', keyTitle: 'Key of {{name}}',
  keyHint: 'Shown this once: hand it over by a safe way.', grace: 'The old key is good until {{at}}.', created: 'Added', changed: 'Changed', disable: 'Disable', disableAsk: 'Disable {{name}}?',
  disableText: 'Everything it asks is refused at once, its tokens included.', disabled: 'Disabled', enable: 'Enable', enabled: 'Enabled', usage: 'Use', usageTitle: 'Use of {{name}}', started: 'Started', refused: 'Refused',
  usageNone: 'Not used yet', usageDay: 'Day',
});
