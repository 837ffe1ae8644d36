import { approvalState, meetingsOf, partsOf } from './read-records.js';

const record = (kind: string, id: string, data: object) => ({ kind, id, data: JSON.stringify(data), at: '2026-11-16T01:00:00.000Z', actor: null });
const event = (type: string, taskId: string, data: object = {}, text: string | null = null) =>
  ({ type, taskId, text, data: JSON.stringify(data), actor: null }) as never;

describe('the records of a case', () => {
  it('put minutes and attendance to their meeting', () => {
    const [meeting] = meetingsOf([
      record('meeting', 'm1', { place: '村委会', meetAt: '2026-11-17T01:00:00.000Z', participants: [{ name: '住建局', kind: 'unit' }] }),
      record('minutes', 'm1', { summary: '限期修复', lines: ['修复路面'] }),
      record('attendance', 'm1/住建局', { meetingId: 'm1', participant: '住建局', attachmentIds: ['a'] }),
      record('attendance', 'm2/住建局', { meetingId: 'm2', participant: '住建局', attachmentIds: [] }),
    ]);
    expect(meeting?.minutes?.data.summary).toBe('限期修复');
    expect(meeting?.attendances.get('住建局')?.data.attachmentIds).toEqual(['a']);
  });

  it.each([
    ['open', [], [{ id: 's1' }]],
    ['granted', [event('extended', 's1')], []],
    ['refused', [event('approvalRefused', 's1')], []],
    ['lapsed', [event('approvalRefused', 's1', { lapsed: true })], []],
    ['movedUp', [event('approvalMovedUp', 's1')], []],
    ['lapsed', [event('extended', 's2')], []],
  ])('say that a request is %s', (state, timeline, open) => {
    expect(approvalState('s1', timeline, open)).toBe(state);
  });

  it('list open parts and those that ended, each once', () => {
    const open = { id: 't2', kind: 'contribute', title: '查管线', holder: { id: 'p', name: '江涛' } } as never;
    const planned = [event('planned', 't1', { parts: ['查管线', '清淤'] }), event('taskOpened', 't2', { kind: 'contribute' }), event('taskOpened', 't3', { kind: 'contribute' })];
    const parts = partsOf({ tasks: [open], timeline: [...planned, event('contributed', 't3', { attachmentIds: ['a'] }, '已清淤'), event('returned', 't4', { kind: 'lead' }), event('returned', 't2', {})] });
    expect(parts.map(({ id, state }) => `${id} ${state}`)).toEqual(['t2 held', 't3 done']);
    expect(parts[1]).toMatchObject({ title: '清淤', result: '已清淤', attachmentIds: ['a'] });
  });
});
