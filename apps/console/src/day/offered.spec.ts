import type { DayTask } from './day.types.js';
import { offeredOn } from './offered.js';

const found = { number: 'n', stage: 'dispatched', path: 'villageDirect', masked: false } as unknown as DayTask['case'];
const task = (over: Partial<DayTask> = {}): DayTask => ({ id: 't', kind: 'handle', state: 'open', areaCode: '990121101201001', actions: ['claim'], case: found, ...over }) as DayTask;
const waits = (kind: Parameters<typeof offeredOn>[1][number]['kind'], target = 't') => ({ kind, target });

describe('what the day offers on a task', () => {
  it('is what the service offers of the day’s acts', () => {
    expect(offeredOn(task(), [])).toEqual(['claim']);
    expect(offeredOn(task({ actions: ['release', 'recordContact', 'answer', 'handUp', 'requestPause'] }), [])).toEqual(['recordContact', 'answer', 'handUp']);
  });

  it('goes on after a claim that waits to be sent, by the service’s own rules', () => {
    expect(offeredOn(task(), [waits('claim')])).toEqual(['accept', 'recordContact', 'answer', 'handUp']);
    expect(offeredOn(task({ kind: 'verify', case: { ...found, stage: 'verifying' } as DayTask['case'] }), [waits('claim')])).toEqual(['verify']);
  });

  it('is nothing once its answer waits to be sent, while other tasks go on', () => {
    const waiting = [waits('claim'), waits('answer')];
    expect(offeredOn(task(), waiting)).toEqual([]);
    expect(offeredOn(task({ id: 'u' }), waiting)).toEqual(['claim']);
  });

  it('may call more than once', () => {
    expect(offeredOn(task({ actions: ['recordContact', 'answer'] }), [waits('recordContact')])).toContain('recordContact');
  });
});
