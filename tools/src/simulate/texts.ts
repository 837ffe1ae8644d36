import type { Chance } from './chance.js';

/** What people write about: invented sentences with gaps, and which department it is up to. */
export interface Topic {
  unitCode: string;
  title: string;
  sentences: readonly string[];
  answers: readonly string[];
}

export const TOPICS = {
  streetLight: {
    unitCode: 'city-management',
    title: '路灯不亮',
    sentences: ['{place}的路灯已经{span}不亮了，晚上{who}走路看不清。', '{place}有{few}盏路灯忽明忽暗，请派人检修。'],
    answers: ['已更换{few}盏灯具并检查线路，当晚恢复照明。', '现场核实为线路老化，已修复并试亮。'],
  },
  rubbish: {
    unitCode: 'city-management',
    title: '垃圾清运不及时',
    sentences: ['{place}的垃圾桶满了{span}没人清，气味很大。', '{place}边上堆了{few}车建筑垃圾，挡住了过道。'],
    answers: ['已安排清运，并把清运频次改为每天两次。', '建筑垃圾已清走，已提醒施工人不得乱倒。'],
  },
  pothole: {
    unitCode: 'transport',
    title: '路面坑洼',
    sentences: ['{place}的路面有{few}个大坑，{who}骑车摔过。', '通往{place}的村道下雨后坑洼积水，车辆难走。'],
    answers: ['已填补坑洼{few}处，行车恢复正常。', '已列入本月养护，先行回填碎石并设警示。'],
  },
  bus: {
    unitCode: 'transport',
    title: '班车不准点',
    sentences: ['早上经过{place}的班车{span}没有按点来，{who}赶不上。', '{place}能不能加开一趟早班车？{who}上学不方便。'],
    answers: ['已核实并调整发车时刻，站牌同步更换。', '经与公司商定，工作日加开一班。'],
  },
  water: {
    unitCode: 'agriculture-water',
    title: '自来水浑浊',
    sentences: ['{place}家里的水{span}发黄，不敢用来做饭。', '{place}一到傍晚水压就很小，楼上{few}户都没水。'],
    answers: ['已冲洗管网并复检，水质合格。', '更换了老化阀门，傍晚水压已恢复。'],
  },
  noise: {
    unitCode: 'resources-environment',
    title: '夜间噪声',
    sentences: ['{place}旁边的工地半夜还在施工，{who}睡不着。', '{place}楼下每晚放音响到很晚，已经{span}了。'],
    answers: ['已要求夜间停工，并连续{few}晚复查。', '已上门劝导，双方约定了时间和音量。'],
  },
  smoke: {
    unitCode: 'resources-environment',
    title: '焚烧冒烟',
    sentences: ['{place}有人烧秸秆，烟飘进屋里。', '{place}附近的小作坊冒黑烟{span}了。'],
    answers: ['明火已扑灭，已上门宣传禁烧规定。', '作坊已停炉整改，整改前不得开工。'],
  },
  building: {
    unitCode: 'housing-construction',
    title: '违章搭建',
    sentences: ['{place}有人在公共通道上搭棚子，占了{few}米路。', '{place}楼顶私自加盖，担心漏水和安全。'],
    answers: ['已拆除搭建物，通道恢复。', '已责令停止施工并限期恢复原状。'],
  },
  food: {
    unitCode: 'market-supervision',
    title: '食品不新鲜',
    sentences: ['在{place}的小店买到过期食品，要求处理。', '{place}市场有摊位缺斤短两，{who}都说被骗过。'],
    answers: ['已下架过期食品并退款，对经营者立案。', '已校准计量器具，退还差价。'],
  },
  clinic: {
    unitCode: 'health',
    title: '卫生室无人',
    sentences: ['{place}的卫生室{span}没人值班，{who}看病要跑很远。', '{place}附近污水沟蚊虫多，希望消杀。'],
    answers: ['已公布轮值表并安排替班。', '已完成消杀，一周后再做一次。'],
  },
  benefit: {
    unitCode: 'civil-affairs',
    title: '救助补贴',
    sentences: ['想问{place}的{who}怎样申请临时救助，要哪些材料？', '{who}的高龄津贴{span}没有到账，请帮忙查一下。'],
    answers: ['已说明条件和材料，由网格员代办。', '银行卡号有误，已更正，本月一并补发。'],
  },
} as const satisfies Record<string, Topic>;
export type TopicName = keyof typeof TOPICS;
export const TOPIC_NAMES = Object.keys(TOPICS) as TopicName[];

export const DISPUTES = [
  '{place}两家因为宅基地边界争了{span}，希望有人来调解。',
  '{place}楼上漏水，楼下{few}次上门都没谈拢赔偿。',
  '{place}的{who}因灌溉用水先后发生争吵，怕再闹起来。',
] as const;
export const SUGGESTIONS = [
  '建议在{place}建一个小型停车场，方便{who}。',
  '建议把{place}的空地改成健身场地，{who}都赞成。',
  '建议{place}的集市改在周末，避开上学时间。',
] as const;
export const ABOUT_OFFICIALS = [
  '反映{place}有干部{span}不落实答应的事，办事推诿。',
  '反映{place}的工作人员优亲厚友，希望上级核查。',
] as const;

export const REASONS = {
  handUp: ['超出本级权限，需上级协调', '涉及多个部门，本级无法解决', '需要县直部门执法权限'],
  notAccept: ['该事项已进入司法程序，请按法律途径解决', '反映内容不属于本县管辖范围'],
  extension: ['需要等待材料到货，现场已做临时处理', '涉及多户，需逐户商量', '连日下雨无法施工'],
  pause: ['等待群众补充具体位置和材料', '群众外出，约定返回后现场办理'],
  suspension: ['需列入下一批资金计划，届时实施', '汛期过后方可施工'],
  referral: ['涉及跨县区事权，需市级协调'],
  return: ['职责不在本单位，建议由所提单位办理', '权力清单中该事项归其他单位'],
  delegate: ['事项已明确，由村里落实更快'],
  granted: ['情况属实，同意', '同意，请按时反馈'],
  refused: ['理由不充分，请抓紧办理', '已有条件办理，不同意'],
  urge: ['时限将到，请抓紧办理', '群众再次来电，请尽快联系'],
  order: ['逾期未办，请说明原因并限时办结'],
  instruct: ['请认真核实，给群众一个明白的答复', '请牵头单位到现场解决，不得推诿'],
  withdraw: ['问题自己解决了', '与邻居已经说好，不用处理了'],
  reopen: ['过了几天问题又出现了', '答复说修好了，实际没有修好'],
  dissatisfied: ['没有解决，只是口头答复', '拖得太久', '处理得不彻底'],
  satisfied: ['处理得很快，谢谢', '工作人员态度很好', '基本解决了'],
  merged: ['与已受理件为同一件事'],
  separated: ['核实后不是同一件事'],
  resumed: ['群众已补充材料，恢复办理'],
} as const satisfies Record<string, readonly string[]>;

export const GROUNDS = ['《公路法》', '《城乡规划法》', '《食品安全法》', '《环境噪声污染防治法》', '县权力清单'] as const;

const WHO = ['老人', '孩子', '住户', '村民', '大家', '上夜班的人'] as const;
const SPAN = ['两天', '三天', '一个星期', '半个月', '一个多月'] as const;

/** Fills the gaps of a sentence. */
export const written = (chance: Chance, sentence: string, place: string): string =>
  sentence
    .replaceAll('{place}', place)
    .replaceAll('{who}', () => chance.one(WHO))
    .replaceAll('{span}', () => chance.one(SPAN))
    .replaceAll('{few}', () => String(chance.whole(2, 9)));
