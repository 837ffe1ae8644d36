import { urgedOf } from './urged.js';

const entry = (type: string, at: string, data: object | null = {}) => ({ type, at, data: JSON.stringify(data) });

describe('how often a case was urged', () => {
  it('counts what came from above, and knows the latest in whatever order they stand', () => {
    const timeline = [entry('received', '2026-11-26T01:00:00.000Z'), entry('urged', '2026-11-27T03:00:00.000Z', { act: 'urge' }), entry('urged', '2026-11-26T03:00:00.000Z', { act: 'urge' })];
    expect(urgedOf(timeline)).toEqual({ times: 2, at: '2026-11-27T03:00:00.000Z' });
  });

  it('counts an order that nobody answered in time, which urges by itself', () => {
    expect(urgedOf([entry('urged', '2026-11-26T03:00:00.000Z', { dueAt: '2026-11-26T03:00:00.000Z', tier: 'town' })])).toMatchObject({ times: 1 });
    expect(urgedOf([entry('urged', '2026-11-26T03:00:00.000Z', null)])).toMatchObject({ times: 1 });
  });

  it('takes neither a case that was moved up nor a resident who asks for an urging', () => {
    expect(urgedOf([entry('urged', '2026-11-26T03:00:00.000Z', { act: 'escalate' }), entry('residentUrged', '2026-11-26T03:00:00.000Z')])).toBeNull();
  });
});
