import { wordsOf } from '../../words/index.js';

const zh = {
  title: '工作日历', year: '年份', hours: '工作时间 {{periods}}', notLoaded: '{{year}} 年的节假日安排还没有载入：跨到这一年的期限都是暂定的。', months: '{{year}} 年全年', month: '{{n}} 月', weekdays: { 1: '一', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六', 7: '日' },
  legend: { off: '放假', work: '调休上班', periods: '半天', rest: '休息日' }, day: { off: '放假', work: '调休上班', periods: '部分时段上班', rest: '休息日', ordinary: '工作日' }, mark: { off: '休', work: '班', periods: '半' },
  counts: '放假 {{off}} 天，调休上班 {{work}} 天', sources: '依据', national: '国家', ofCounty: '本县', ofUnit: '单位 {{code}}', loadedAt: '{{at}} 载入',
  edit: '载入 {{year}} 年安排', editHint: '点一天，在上班与休息之间切换；或选择一个文件。先预览会变动的期限，再载入。', file: '选择文件（JSON）', fileWrong: '文件不是工作日历：应含 years 和 days', fileTaken: '已读入 {{n}} 天', fileOtherYear: '文件里没有 {{year}} 年', changed: '与现行不同的有 {{n}} 天',
  source: '发布依据', sourceHint: '如：国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕7号）', preview: '预览会变动的期限', load: '载入', loaded: '已载入，未办结案件几秒内重新计算期限', discard: '放弃修改',
  moved: '{{moved}} 个未到期的期限会变动，{{cases}} 个案件会重新计算。', noMoved: '没有期限会变动', noMovedText: '载入后，新的案件按新日历计算。', columns: { case: '案件', clock: '期限', now: '现在', then: '载入后' },
  clock: { response: '首次响应', callBack: '回电', resolution: '办结', tier: '本级办理', unit: '协同任务' }, sooner: '提前', later: '推后', certain: '由暂定变为确定', stillProvisional: '仍为暂定',
};

export const useCalendarWords = wordsOf('admin.calendar', zh, {
  title: 'Working calendar', year: 'Year', hours: 'Hours {{periods}}', notLoaded: 'The holidays of {{year}} are not loaded yet: deadlines that reach into it are provisional.', months: 'The year {{year}}', month: 'Month {{n}}',
  weekdays: { 1: 'M', 2: 'T', 3: 'W', 4: 'T', 5: 'F', 6: 'S', 7: 'S' },
  legend: { off: 'Holiday', work: 'Make-up working day', periods: 'Half day', rest: 'Day of rest' }, day: { off: 'holiday', work: 'make-up working day', periods: 'worked in part', rest: 'day of rest', ordinary: 'working day' }, mark: { off: 'off', work: 'on', periods: '½' },
  counts: '{{off}} days off, {{work}} make-up days', sources: 'Sources', national: 'National', ofCounty: 'County', ofUnit: 'Unit {{code}}', loadedAt: 'loaded {{at}}',
  edit: 'Load {{year}}', editHint: 'Press a day to turn it between work and rest, or choose a file. Look at the deadlines that would move before it is loaded.', file: 'Choose a file (JSON)', fileWrong: 'This is no working calendar: it should have years and days', fileTaken: '{{n}} days read',
  fileOtherYear: 'The file has nothing of {{year}}', changed: '{{n}} days differ from what is in force', source: 'Where it is published', sourceHint: 'The notice with its number', preview: 'Preview deadlines that would move', load: 'Load',
  loaded: 'Loaded; open cases recompute within seconds', discard: 'Discard', moved: '{{moved}} open deadlines would move; {{cases}} cases would hear of it.', noMoved: 'No deadline would move', noMovedText: 'New cases would be reckoned by it.',
  columns: { case: 'Case', clock: 'Deadline', now: 'Now', then: 'Then' }, clock: { response: 'First response', callBack: 'Call-back', resolution: 'Resolution', tier: 'This level', unit: 'Part' }, sooner: 'sooner', later: 'later', certain: 'becomes certain',
  stillProvisional: 'still provisional',
});
