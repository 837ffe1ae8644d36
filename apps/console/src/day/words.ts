import { wordsOf } from '../words/index.js';

const zh = {
  greeting: '{{name}}，{{part}}好', part: { morning: '早上', noon: '中午', afternoon: '下午', evening: '晚上' },
  count: { late: '超期', today: '今天到期', later: '以后到期', rounds: '巡查' },
  tab: { tasks: '要办的', rounds: '巡查', waiting: '待发送' },
  group: { late: '已超期', today: '今天到期', later: '以后到期' },
  nothing: '今天没有要办的事', nothingText: '新任务到达时会出现在这里。', noRounds: '今天没有安排巡查', noRoundsText: '县里排了巡查，会出现在这里。',
  kept: '手机里存的内容，{{at}} 更新；有网后自动更新', mustStayOpen: '这个地址没有加密，浏览器不让断网时重新打开本页。没有网络时请不要关闭本页。',
  owed: '回应', toClaim: '待认领', waits: '等待发送：{{what}}', back: '今日', more: '其他办法', open: '打开：{{title}}',
  act: { claim: '认领', accept: '受理', recordContact: '回电话', answer: '答复', contribute: '提交结果', verify: '现场核查', handUp: '上报', note: '现场记录' },
  noPhone: '没有留电话', call: { title: '回电话', hint: '看号码要说明理由，会记入案件。', reason: '理由', usual: '回电了解情况', show: '显示号码', dial: '拨打 {{phone}}', hide: '收起号码', erased: '已按要求删除', away: '没有网络时看不到号码；已经联系过的，可以直接记录。', how: '电话打得怎么样？', other: '自己写', write: '联系情况', record: '记下' },
  outcome: { visit: '已联系上，约好上门', known: '已联系上，情况已了解', solved: '已联系上，问题已解决' }, missed: '没打通', missedNote: '回电，未打通。',
  note: { title: '现场记录', hint: '只给办理人员看', text: '现场情况', send: '记下', files: '图片和录音', taken: '现场拍摄 {{n}} 个，{{at}}', place: '位置 {{at}}，误差 {{m}} 米' },
  pictures: '群众发来的图片和录音', picturesAway: '有网后可以看群众发来的图片和录音。',
  round: {
    slot: { morning: '上午', afternoon: '下午' }, hours: '{{from}}–{{until}}', tooEarly: '{{at}} 开始', checkIn: '到了，打卡', checkInLate: '补巡打卡', asking: '正在定位…', over: '时间已过，今天内可以补巡',
    onIt: '已打卡', begun: '{{at}} 打卡', complete: '完成巡查', waiting: '已记下，等待发送',
    place: { inside: '在网格内', near: '在网格附近', outside: '在网格外', unknown: '没有位置' }, away: '（{{m}} 米）', placed: '打卡会带上手机现在的位置。',
    proof: '巡查图片', note: '巡查情况', found: '发现的问题', add: '发现问题', what: '第 {{n}} 个问题', where: '是什么问题，在哪里', asCase: '转为案件办理', remove: '删去第 {{n}} 个问题',
    state: { planned: '待巡查', done: '已完成', late: '已补巡', missed: '漏巡' }, ended: '{{at}} 完成', toCase: '转为案件', case: '案件 {{number}}', photoFirst: '请先拍一张巡查图片',
  },
};

export const useDayWords = wordsOf('day', zh, {
  greeting: 'Good {{part}}, {{name}}', part: { morning: 'morning', noon: 'day', afternoon: 'afternoon', evening: 'evening' },
  count: { late: 'Late', today: 'Due today', later: 'Later', rounds: 'Rounds' },
  tab: { tasks: 'To do', rounds: 'Patrol', waiting: 'To send' },
  group: { late: 'Late', today: 'Due today', later: 'Due later' },
  nothing: 'Nothing to do today', nothingText: 'New tasks appear here as they arrive.', noRounds: 'No rounds today', noRoundsText: 'Rounds appear here once the county has planned them.',
  kept: 'As this phone kept it at {{at}}; newer once there is network', mustStayOpen: 'This address is not encrypted, so the browser cannot open the page without network. Keep it open while there is none.',
  owed: 'Call back', toClaim: 'Unclaimed', waits: 'Waiting to be sent: {{what}}', back: 'Today', more: 'Other ways', open: 'Open: {{title}}',
  act: { claim: 'Claim', accept: 'Accept', recordContact: 'Call back', answer: 'Answer', contribute: 'Result', verify: 'Verify on site', handUp: 'Hand up', note: 'Note' },
  noPhone: 'No number was left', call: { title: 'Call back', hint: 'Seeing the number needs a reason, which stands in the case.', reason: 'Reason', usual: 'Calling back to ask', show: 'Show the number', dial: 'Call {{phone}}', hide: 'Hide the number', erased: 'Erased on request', away: 'Without network the number cannot be shown; a call that was made can be recorded.', how: 'How did the call go?', other: 'In my words', write: 'What was said', record: 'Record' },
  outcome: { visit: 'Reached, will visit', known: 'Reached, matter understood', solved: 'Reached, already solved' }, missed: 'Not reached', missedNote: 'Called back, nobody answered.',
  note: { title: 'Note from the spot', hint: 'For colleagues only', text: 'What is there', send: 'Keep', files: 'Pictures and voice', taken: '{{n}} taken on the spot, {{at}}', place: 'at {{at}}, within {{m}} m' },
  pictures: 'What the resident sent', picturesAway: 'What the resident sent can be seen once there is network.',
  round: {
    slot: { morning: 'Morning', afternoon: 'Afternoon' }, hours: '{{from}}–{{until}}', tooEarly: 'from {{at}}', checkIn: 'I am there', checkInLate: 'I am there, late', asking: 'Finding the place…', over: 'Its time is over; it can be made up today',
    onIt: 'Checked in', begun: 'checked in {{at}}', complete: 'Round done', waiting: 'Kept, waiting to be sent',
    place: { inside: 'in the grid', near: 'near the grid', outside: 'outside the grid', unknown: 'no position' }, away: ' ({{m}} m)', placed: 'The phone’s position goes along.',
    proof: 'Pictures of the round', note: 'How it was', found: 'Findings', add: 'Found something', what: 'Finding {{n}}', where: 'What it is, and where', asCase: 'Make a case of it', remove: 'Remove finding {{n}}',
    state: { planned: 'Planned', done: 'Done', late: 'Done late', missed: 'Missed' }, ended: 'done {{at}}', toCase: 'Make a case of it', case: 'Case {{number}}', photoFirst: 'Take a picture of the round first',
  },
});
