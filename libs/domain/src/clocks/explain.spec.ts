import { describeLength, describeLimit, explainClock, explainDeadline, reckon, type LedgerEntry } from './index.js';
import * as on from './ledger.fixture.js';
import { CALENDAR, limit } from './ledger.fixture.js';

const BEGUN = on.start('11-16 09:12', 'resolution', limit(5, 'calendarDays'));
const JOINT = [BEGUN, on.handOver('11-16 09:12', limit(10, 'workingDays'))];
const WAITED = [on.pause('11-18 10:00'), on.resume('11-20 09:00')];
const EXTENDED = on.extend('11-23 09:00', limit(5, 'workingDays'));

describe("the resident's deadline in one sentence", () => {
  it.each<[string, LedgerEntry[], string, string]>([
    ['nothing begun', [], '办结时限尚未起算。', 'No deadline for the answer has begun to run.'],
    [
      'begun',
      [BEGUN],
      '应于2026年11月21日09:12前办结：11月16日09:12起算（现场直办），限5天。',
      'Due by 21 November 2026, 09:12: begun (direct handling in the village) on 16 November, 09:12, with 5 days.',
    ],
    [
      'handed over, waited and extended',
      [...JOINT, ...WAITED, EXTENDED],
      '应于2026年12月9日17:30前办结：11月16日09:12转交村镇联办，限10个工作日；等待群众补充材料暂停2个工作日；经批准延期5个工作日；首次承诺为11月21日09:12。',
      'Due by 9 December 2026, 17:30: handed over to joint handling by village and town on 16 November, 09:12, with 10 working days; paused for 2 working days while waiting for the resident; extended with approval by 5 working days; the first promise was 21 November, 09:12.',
    ],
    [
      'suspended now',
      [BEGUN, on.pause('11-18 10:00', 'suspended')],
      '应于2026年11月21日09:12前办结，因挂账自11月18日10:00起已暂停：11月16日09:12起算（现场直办），限5天。',
      'Due by 21 November 2026, 09:12, paused since 18 November, 10:00 (suspended): begun (direct handling in the village) on 16 November, 09:12, with 5 days.',
    ],
    [
      'reclassified, pushed past the resumption, provisional',
      [
        on.start('12-29 09:00', 'resolution', limit(3, 'hours')),
        on.reclassify('12-29 10:00', limit(2, 'workingDays')),
        on.pause('12-31 17:00'),
        on.resume('12-31 18:00'),
      ],
      '暂定应于2027年1月1日17:30前办结（工作日历尚未公布）：2026年12月29日09:00起算（现场直办），限3小时；2026年12月29日10:00重新定类（现场直办），自起算之日改限2个工作日；等待群众补充材料暂停不足1个工作日，恢复后顺延；首次承诺为2026年12月29日12:00。',
      "Provisionally due by 1 January 2027, 17:30 (working calendar not yet published): begun (direct handling in the village) on 29 December 2026, 09:00, with 3 hours; reclassified on 29 December 2026, 10:00 (direct handling in the village), with 2 working days from the beginning; paused for less than a working day while waiting for the resident, and moved past the resumption; the first promise was 29 December 2026, 12:00.",
    ],
    [
      'answered in time in a second round, after a failed verification',
      [
        BEGUN,
        on.handOver('11-23 09:00', limit(8, 'workingHours'), 2),
        on.stop('11-23 12:00', 'resolution'),
        on.pause('11-23 13:00', 'suspended'),
        on.resume('11-23 14:00'),
        on.reopen('11-23 15:00', 'resolution'),
        on.stop('11-24 10:30', 'resolution'),
      ],
      '应于2026年11月24日10:30前办结，已于11月24日10:30办结，未超期：11月23日09:00第2轮转交村镇联办，限8个工作小时；挂账暂停30分钟（工作时间）；11月23日15:00恢复办理；首次承诺为11月21日09:12。',
      'Due by 24 November 2026, 10:30, answered on 24 November, 10:30, in time: handed over to joint handling by village and town in round 2 on 23 November, 09:00, with 8 working hours; suspended for 30 minutes of working time; taken up again on 23 November, 15:00; the first promise was 21 November, 09:12.',
    ],
    [
      'answered late',
      [BEGUN, ...WAITED, on.stop('11-23 11:22', 'resolution')],
      '应于2026年11月23日08:12前办结，已于11月23日11:22办结，超期3小时10分钟：11月16日09:12起算（现场直办），限5天；等待群众补充材料暂停1天23小时；首次承诺为11月21日09:12。',
      'Due by 23 November 2026, 08:12, answered on 23 November, 11:22, 3 hours 10 minutes late: begun (direct handling in the village) on 16 November, 09:12, with 5 days; paused for 1 day 23 hours while waiting for the resident; the first promise was 21 November, 09:12.',
    ],
  ])('%s', (_state, ledger, zh, en) => {
    expect(explainDeadline(ledger, CALENDAR, 'zh')).toBe(zh);
    expect(explainDeadline(ledger, CALENDAR, 'en')).toBe(en);
  });
});

describe('one clock in one sentence', () => {
  const started = on.start('11-16 09:00', 'response', limit(24, 'hours'));

  it.each<[LedgerEntry[], string, string]>([
    [
      [started],
      '首次响应应于2026年11月17日09:00前完成，11月16日09:00起算。',
      'First response due by 17 November 2026, 09:00, running since 16 November, 09:00.',
    ],
    [
      [started, on.pause('11-16 10:00')],
      '首次响应应于2026年11月17日09:00前完成，11月16日09:00起算，11月16日10:00起已暂停。',
      'First response due by 17 November 2026, 09:00, running since 16 November, 09:00, paused since 16 November, 10:00.',
    ],
    [
      [started, on.stop('11-17 09:00', 'response')],
      '首次响应应于2026年11月17日09:00前完成，11月16日09:00起算，已于11月17日09:00完成，未超期。',
      'First response due by 17 November 2026, 09:00, running since 16 November, 09:00, done on 17 November, 09:00, in time.',
    ],
    [
      [started, on.stop('11-18 10:00', 'response')],
      '首次响应应于2026年11月17日09:00前完成，11月16日09:00起算，已于11月18日10:00完成，超期1天1小时。',
      'First response due by 17 November 2026, 09:00, running since 16 November, 09:00, done on 18 November, 10:00, 1 day 1 hour late.',
    ],
  ])('%#', (ledger, zh, en) => {
    const reading = reckon(ledger, null).clocks.response!;
    expect([explainClock(reading, 'zh'), explainClock(reading, 'en')]).toEqual([zh, en]);
  });
});

describe('lengths in words', () => {
  it.each([
    [limit(30, 'minutes'), '30分钟', '30 minutes'],
    [limit(1, 'workingDays'), '1个工作日', '1 working day'],
    [limit(4, 'workingHours'), '4个工作小时', '4 working hours'],
  ])('%j', (of, zh, en) => {
    expect([describeLimit(of, 'zh'), describeLimit(of, 'en')]).toEqual([zh, en]);
  });

  it.each([
    [20_000, '不足1分钟', 'less than a minute'],
    [86_400_000 + 60_000, '1天', '1 day'],
    [3_660_000, '1小时1分钟', '1 hour 1 minute'],
  ])('%d ms', (ms, zh, en) => {
    expect([describeLength(ms, 'zh'), describeLength(ms, 'en')]).toEqual([zh, en]);
  });
});
