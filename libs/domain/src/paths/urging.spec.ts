import { mayUrge, urgeOpensAt, type Urgeable } from './urging.js';

const late: Urgeable = {
  stage: 'handling',
  paused: null,
  responseDueAt: '2026-11-21T02:00:00.000Z',
  resolutionDueAt: '2026-11-25T02:00:00.000Z',
  urgedAt: null,
};
const answered = { ...late, responseDueAt: null };
const codeAt = (seen: Urgeable, at: string): string => {
  const verdict = mayUrge(seen, at);
  return verdict.ok ? 'yes' : verdict.code;
};

describe('urging by the reporter', () => {
  it.each<[string, Urgeable, string, string]>([
    ['opens when nobody has spoken with them in time', late, '2026-11-21T02:00:00.000Z', 'yes'],
    ['and not a moment before', late, '2026-11-21T01:59:59.999Z', 'URGE_TOO_EARLY'],
    ['waits for the resolution where somebody has', answered, '2026-11-24T02:00:00.000Z', 'URGE_TOO_EARLY'],
    ['opens when that is late', answered, '2026-11-25T02:00:00.000Z', 'yes'],
    ['is for once a day', { ...late, urgedAt: '2026-11-21T03:00:00.000Z' }, '2026-11-22T02:59:59.999Z', 'URGED_ALREADY'],
    ['and again after it', { ...late, urgedAt: '2026-11-21T03:00:00.000Z' }, '2026-11-22T03:00:00.000Z', 'yes'],
    [
      'waits for a deadline that has moved since the last time',
      { ...answered, urgedAt: '2026-11-21T03:00:00.000Z' },
      '2026-11-23T03:00:00.000Z',
      'URGE_TOO_EARLY',
    ],
    ['is for cases that are being worked on', { ...late, stage: 'evaluating' }, '2026-11-26T00:00:00.000Z', 'STAGE_REFUSES'],
    ['is not for one that is over', { ...late, stage: 'withdrawn' }, '2026-11-26T00:00:00.000Z', 'CASE_CLOSED'],
    ['is not for one whose clocks stand', { ...late, paused: 'suspended' }, '2026-11-26T00:00:00.000Z', 'CASE_HELD'],
  ])('%s', (_, seen, at, code) => expect(codeAt(seen, at)).toBe(code));

  it('says from when', () => {
    expect(urgeOpensAt(late)).toBe('2026-11-21T02:00:00.000Z');
    expect(mayUrge(answered, '2026-11-24T02:00:00.000Z')).toMatchObject({ details: { opensAt: '2026-11-25T02:00:00.000Z' } });
    expect(urgeOpensAt({ ...late, urgedAt: '2026-11-21T03:00:00.000Z' })).toBe('2026-11-22T03:00:00.000Z');
    expect(urgeOpensAt({ ...answered, urgedAt: '2026-11-21T03:00:00.000Z' })).toBe('2026-11-25T02:00:00.000Z');
  });
});
