import type { TaskKind } from '@yiwang/domain/paths';
import type { TaskMutation } from '../simulate/task-acts.types.js';
import type { PictureName } from './drawn-pictures.js';

/** What somebody does with the open task of that kind. */
export interface Step {
  by: string;
  on: TaskKind;
  act: TaskMutation;
  say?: Record<string, unknown>;
  picture?: PictureName;
}

export interface InventedCase {
  /** Tells it from the others; a part of its key. */
  name: string;
  /** A client of the demonstration, somebody of the staff, or null for a resident without an account. */
  by: string | null;
  input: Record<string, unknown>;
  /** What the reporter adds afterwards. */
  adds?: { text: string; picture: PictureName };
  course: readonly Step[];
  rating?: { rating: string; comment: string };
  /** Nobody has answered yet, and it is to be urged with others. */
  isUrged?: true;
}

const [HOTLINE, BOARD] = ['hotline-12345', 'message-board'];
const COUNTY = '990121';
const NORTH_GATE = '990121101201';
const DAY_MS = 86_400_000;
const dayAt = (daysAhead: number, time: string): string =>
  new Date(`${new Date(Date.now() + 8 * 3_600_000 + daysAhead * DAY_MS).toISOString().slice(0, 10)}T${time}+08:00`).toISOString();

const step = (by: string, on: TaskKind, act: TaskMutation, say?: Record<string, unknown>, picture?: PictureName): Step => ({
  ...{ by, on, act },
  ...(say && { say }),
  ...(picture && { picture }),
});
const department = (unitCode: string, title: string) => ({ lead: { title, roles: ['departmentHandler'], areaCode: COUNTY, unitCode } });

/** Of 北门社区, whose grid member, secretary and town are those the pictures are taken of. */
const AT_NORTH_GATE: readonly InventedCase[] = [
  {
    name: 'stair-lamp',
    by: null,
    input: {
      ...{ kind: 'request', channel: 'qr', qrPointCode: 'QR-990121-0001', reporter: { name: '孟阿姨', phone: '19900018801' } },
      text: '二单元的楼道灯坏了四天，老人晚上下楼看不清台阶，请来修一下。',
    },
    adds: { text: '拍了一张楼道的照片，晚上就是这个样子。', picture: 'stairs' },
    course: [
      step('grid-li', 'handle', 'claimTask'),
      step('grid-li', 'handle', 'acceptTask'),
      step('grid-li', 'handle', 'recordContact', { note: '已电话联系孟阿姨，约好今天下午带灯泡上门。' }),
    ],
  },
  {
    name: 'fire-lane',
    by: HOTLINE,
    input: {
      ...{ kind: 'complaint', caseClass: 'simple', areaCode: `${NORTH_GATE}002`, categoryCode: '1401', placeText: '北门菜市场东门' },
      ...{ reporter: { name: '杜师傅', phone: '19900018802' } },
      text: '菜市场东门的消防通道总停着几辆面包车，收摊以后也不挪，真有事救护车都进不来。',
    },
    adds: { text: '补一张今早拍的照片，请转给社区。', picture: 'lane' },
    course: [],
    isUrged: true,
  },
  {
    name: 'low-water',
    by: HOTLINE,
    input: {
      ...{ kind: 'request', caseClass: 'simple', areaCode: `${NORTH_GATE}001`, placeText: '北门小区六号楼' },
      text: '六号楼从昨天傍晚起水压很小，四楼以上做饭洗澡都成问题，什么时候能恢复？',
    },
    course: [
      step('grid-li', 'handle', 'acceptTask'),
      step('grid-li', 'handle', 'completeTask', { answer: '小区泵房跳闸，已经合闸，水厂派人值守两天；现在四楼以上水压正常，再有不足请直接打我电话。' }),
    ],
  },
  {
    name: 'bins',
    by: BOARD,
    input: {
      ...{ kind: 'request', caseClass: 'simple', areaCode: `${NORTH_GATE}003`, categoryCode: '090202', placeText: '北门菜市场西侧' },
      text: '市场西侧的垃圾桶三天没人收，汤水流到路上，早上买菜都要绕着走。',
    },
    course: [
      step('grid-li', 'handle', 'acceptTask'),
      step('grid-li', 'handle', 'completeTask', { answer: '已当场清运并冲洗路面，和清运公司约定每天早晚各收一次，请您监督。' }, 'bins'),
    ],
    rating: { rating: 'satisfied', comment: '当天就收干净了，谢谢。' },
  },
  {
    name: 'manhole',
    by: HOTLINE,
    input: {
      ...{ kind: 'request', caseClass: 'simple', areaCode: `${NORTH_GATE}003`, categoryCode: '060202', reporter: { name: '冯大爷', phone: '19900018805' } },
      text: '巷子里有个窨井盖松了，车一过就哐当响，半夜吵得睡不着。',
    },
    course: [
      step('grid-li', 'handle', 'acceptTask'),
      step('grid-li', 'handle', 'requestApproval', { kind: 'pause', by: { amount: 1, unit: 'calendarDays' }, reason: '来电没有说清是哪条巷子，回电两次没有接通，请补充门牌号。' }),
    ],
  },
  {
    name: 'dead-tree',
    by: HOTLINE,
    input: {
      ...{ kind: 'request', caseClass: 'general', areaCode: `${NORTH_GATE}002`, categoryCode: '0503', placeText: '北门幼儿园南墙外' },
      text: '幼儿园边上的老槐树枯了半边，一刮风就掉枝子，接送孩子的人多，请尽快修剪。',
    },
    course: [
      step('secretary-wang', 'lead', 'acceptTask'),
      step('secretary-wang', 'lead', 'requestApproval', { kind: 'extension', by: { amount: 3, unit: 'calendarDays' }, reason: '修剪要等供电部门配合停电，已约在下周。' }),
    ],
    isUrged: true,
  },
  {
    name: 'drums',
    by: BOARD,
    input: {
      ...{ kind: 'complaint', caseClass: 'simple', areaCode: `${NORTH_GATE}001`, categoryCode: '040302' },
      text: '楼上住户晚上十点以后还在敲鼓，上门说过几次都不听，孩子第二天要上学。',
    },
    course: [step('grid-li', 'handle', 'handUp', { reason: '上门两次没有谈妥，请社区出面。' })],
    isUrged: true,
  },
  {
    name: 'allowance',
    by: null,
    input: {
      ...{ kind: 'consultation', channel: 'wechat', areaCode: `${NORTH_GATE}001`, reporter: { name: '丁女士', phone: '19900018803' } },
      text: '父亲今年满八十岁，高龄津贴在哪里办，要带哪些材料？',
    },
    course: [],
    isUrged: true,
  },
  {
    name: 'pile-driver',
    by: HOTLINE,
    input: {
      ...{ kind: 'complaint', caseClass: 'difficult', areaCode: `${NORTH_GATE}001`, categoryCode: '040301', placeText: '北门幼儿园西侧工地' },
      text: '幼儿园隔壁的工地中午照样打桩，孩子没法午睡，已经两个星期了。',
    },
    course: [
      step('county-chen', 'coordinate', 'assignUnits', department('housing-construction', '督促工地错开午休时间施工')),
      step('department-fang', 'lead', 'acceptTask'),
      step('department-fang', 'lead', 'completeTask', { answer: '已约谈施工单位，中午十二点到两点半停止打桩，工地门口公示了监督电话。' }),
    ],
  },
];

const ELSEWHERE: readonly InventedCase[] = [
  {
    name: 'late-bus',
    by: HOTLINE,
    input: {
      ...{ kind: 'complaint', areaCode: COUNTY, categoryCode: '070202', reporter: { name: '严女士', phone: '19900018804' } },
      text: '县城到柳湾的末班车改早了半个小时，下晚班的人赶不上，只能拼车回家。',
    },
    course: [],
    isUrged: true,
  },
  {
    name: 'half-wages',
    by: HOTLINE,
    input: {
      ...{ kind: 'complaint', areaCode: COUNTY, categoryCode: '120101' },
      text: '在新厂房工地做了两个月小工，工钱只付了一半，老板总说等验收，家里急着用钱。',
    },
    course: [],
    isUrged: true,
  },
  {
    name: 'granary-yard',
    by: BOARD,
    input: {
      ...{ kind: 'suggestion', areaCode: COUNTY, categoryCode: '0903' },
      text: '建议把老粮站的空院子改成夜间停车场，附近几个小区晚上都找不到车位。',
    },
    course: [],
    isUrged: true,
  },
  {
    name: 'leaning-pole',
    by: HOTLINE,
    input: {
      ...{ kind: 'request', areaCode: '990121102', categoryCode: '060203', placeText: '上陂村村口' },
      text: '上陂村村口的路灯杆被货车撞歪了，电线耷拉着，孩子放学要从下面过。',
    },
    course: [],
    isUrged: true,
  },
  {
    name: 'river-rubble',
    by: HOTLINE,
    input: {
      ...{ kind: 'complaint', caseClass: 'difficult', areaCode: '990121101203', categoryCode: '040201', placeText: '河滨路桥下' },
      text: '河滨路桥下倒了好几车装修垃圾，一下雨就往河里淌，一直没人管。',
    },
    course: [
      step('county-chen', 'coordinate', 'assignUnits', department('transport', '清走桥下的装修垃圾')),
      step('department-jiang', 'lead', 'returnTask', {
        ...{ proposedUnitCode: 'resources-environment', legalGround: '县权责清单“河道保洁”一项', reason: '桥面由我局养护，桥下河岸不在养护范围。' },
      }),
      step('county-chen', 'coordinate', 'assignUnits', department('resources-environment', '清走桥下的装修垃圾')),
      step('department-xia', 'lead', 'returnTask', {
        ...{ proposedUnitCode: 'city-management', legalGround: '县权责清单“建筑垃圾处置”一项', reason: '倾倒建筑垃圾由城管部门查处，清运也应由其组织。' },
      }),
    ],
  },
  {
    name: 'bridge-rail',
    by: HOTLINE,
    input: {
      ...{ kind: 'request', caseClass: 'difficult', areaCode: '990121104201001', categoryCode: '0701', placeText: '石桥村口' },
      text: '村口石桥的栏杆断了一截，农用车会车很险，盼着能整修。',
    },
    course: [
      step('county-chen', 'coordinate', 'claimTask'),
      step('county-chen', 'coordinate', 'requestApproval', { kind: 'suspension', reviewAt: dayAt(40, '09:00'), reason: '整修资金列入下一批计划，先设警示桩并限宽通行。' }),
    ],
  },
  {
    name: 'ditch',
    by: HOTLINE,
    input: {
      ...{ kind: 'dispute', caseClass: 'major', areaCode: '990121101203001', mode: 'coordination' },
      text: '两家为屋后的水沟往哪边排争了半个月，下雨倒灌进堂屋，请帮忙调解。',
    },
    course: [
      step('town-zhao', 'lead', 'acceptTask'),
      step('town-zhao', 'lead', 'summon', {
        ...{ place: '河滨社区议事室', meetAt: dayAt(1, '15:00') },
        participants: [
          { name: '两户当事人', kind: 'resident', areaCode: '990121101203' },
          { name: '云溪县住房和城乡建设局', kind: 'unit', unitCode: 'housing-construction', areaCode: COUNTY },
        ],
      }),
    ],
    isUrged: true,
  },
  {
    name: 'leaking-roof',
    by: 'grid-ma',
    input: {
      ...{ kind: 'request', caseClass: 'general', channel: 'offline', areaCode: '990121102201001', categoryCode: '1605' },
      ...{ onBehalf: { consent: true, setting: 'houseVisit' }, reporter: { name: '陈奶奶' } },
      text: '独居的陈奶奶家屋顶漏雨，床边放着两个盆接水，想在入冬前修好。',
    },
    course: [
      step('cadre-lei', 'lead', 'acceptTask'),
      step('cadre-lei', 'lead', 'planParts', { parts: [{ title: '上门看屋顶，量好用料', roles: ['serviceTeam'], areaCode: '990121102201' }] }),
    ],
    isUrged: true,
  },
  {
    name: 'shut-clinic',
    by: null,
    input: {
      ...{ kind: 'complaint', channel: 'web', areaCode: '990121103201001' },
      text: '村卫生室这一周都没有开门，换药要跑到镇上，请问什么时候恢复？',
    },
    course: [],
    isUrged: true,
  },
];

/** What happens in a county in a day or two. No text is anybody's: all are made up for the pictures. */
export const INVENTED_CASES: readonly InventedCase[] = [...AT_NORTH_GATE, ...ELSEWHERE];
