import { wordsOf } from '../../words/index.js';

const zh = {
  title: '案件', search: '搜索内容、编号', stages: '阶段', anyPath: '全部方式', anyKind: '全部类型', anyCard: '全部预警', yellow: '黄牌', red: '红牌', area: '全部区域', onlyLate: '只看超期', clear: '清除条件',
  none: '没有符合的案件', noneHint: '换个词，或放宽筛选条件。', open: '打开案件 {{number}}', list: '案件列表', resolved: '已答复', ended: '已结束', late: '超期', round: '第 {{n}} 轮',
  column: { what: '案件', where: '区域', who: '承办', stage: '阶段', left: '时限', received: '收到' },
};
const en: typeof zh = {
  title: 'Cases', search: 'Search text or number', stages: 'Stage', anyPath: 'Every path', anyKind: 'Every kind', anyCard: 'Every card', yellow: 'Yellow card', red: 'Red card', area: 'Everywhere', onlyLate: 'Only late', clear: 'Clear',
  none: 'No case fits', noneHint: 'Try other words or fewer filters.', open: 'Open case {{number}}', list: 'Cases', resolved: 'Answered', ended: 'Ended', late: 'late', round: 'round {{n}}',
  column: { what: 'Case', where: 'Area', who: 'Handled by', stage: 'Stage', left: 'Time', received: 'Received' },
};

/** What the search among cases says. */
export const useSearchWords = wordsOf('case-search', zh, en);
