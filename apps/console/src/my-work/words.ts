import { wordsOf } from '../words/index.js';

const zh = {
  search: '搜索内容、编号', clear: '清除', anyPath: '全部方式', dueSoon: '24 小时内到期和已超期', filters: '筛选', list: '任务列表', count: '{{n}} 件', countMore: '{{n}} 件以上',
  select: '选中：{{title}}', selected: '已选 {{n}} 件', selectAll: '全选已列出的', unselect: '取消选择', offer: '{{act}} {{n}} 件', working: '正在办理 {{done}} / {{all}}',
  result: '结果', resultOf: '{{ok}} 件成功，{{not}} 件没有成功', ok: '成功', stopped: '没有网络，请稍后再试', close: '知道了',
  urge: '催办', urgeReason: '催办理由', urgeHint: '承办人会收到，并记入办理过程。',
  emptyScope: { MINE: { title: '手上没有在办的事', text: '认领的任务会出现在这里。' }, UNIT: { title: '没有待认领的任务', text: '新任务到达时会出现在这里。' }, WAITING: { title: '没有在等别人的事', text: '交出去、申请出去的事会出现在这里。' }, DONE: { title: '还没有办结的任务', text: '办结的任务会出现在这里。' } }, emptyFound: { title: '没有符合的任务', text: '换个词，或放宽筛选条件。' },
  views: { title: '视图', none: '还没有存过视图', name: '给现在的筛选起个名字', share: '与本单位共享', save: '存为视图', shared: '已共享', fromUnit: '单位共享', remove: '删除视图{{name}}' },
  closedAt: '{{at}} 办结',
  keys: '↑ ↓ 移动 · x 选中 · / 搜索', backToTop: '回到最上',
};

const en: typeof zh = {
  search: 'Search text or number', clear: 'Clear', anyPath: 'Every path', dueSoon: 'Due within 24 hours, or late', filters: 'Filters', list: 'Tasks', count: '{{n}}', countMore: 'more than {{n}}',
  select: 'Select: {{title}}', selected: '{{n}} selected', selectAll: 'Select all listed', unselect: 'Clear selection', offer: '{{act}} {{n}}', working: '{{done}} of {{all}}',
  result: 'Result', resultOf: '{{ok}} done, {{not}} not done', ok: 'Done', stopped: 'No network; try again in a moment', close: 'Close',
  urge: 'Urge', urgeReason: 'Why', urgeHint: 'Whoever holds it is told, and it stands in the timeline.',
  emptyScope: { MINE: { title: 'You hold nothing', text: 'What you claim appears here.' }, UNIT: { title: 'Nothing to claim', text: 'New tasks appear here as they arrive.' }, WAITING: { title: 'Nothing waits for others', text: 'What you gave out or asked for appears here.' }, DONE: { title: 'Nothing done yet', text: 'Finished tasks appear here.' } }, emptyFound: { title: 'Nothing found', text: 'Try other words or fewer filters.' },
  views: { title: 'Views', none: 'No view saved yet', name: 'Name for the filters as they are', share: 'Share with my unit', save: 'Save view', shared: 'shared', fromUnit: 'from the unit', remove: 'Remove view {{name}}' },
  closedAt: 'done {{at}}',
  keys: '↑ ↓ move · x select · / search', backToTop: 'Back to the top',
};

/** What the list of own work says. */
export const useMyWorkWords = wordsOf('my-work', zh, en);
