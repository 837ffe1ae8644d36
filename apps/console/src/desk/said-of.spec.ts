import { saidOf } from './said-of.js';

const unit = (name: string) => ({ name });
const back = (taskId: string, at: string) =>
  ({ taskId, at, reason: `不属于 ${taskId}`, legalGround: '《公路法》第八条', unit: unit('水务局'), proposedUnit: unit('交通运输局'), by: { name: '江先生' } });
const entry = (type: string, at: string, text: string | null) => ({ type, at, text, actor: { name: '陈一统' } });

describe('what was said about whose a case is', () => {
  it('stands in the order in which it was said, with its level', () => {
    const said = saidOf(
      [back('b', '2026-11-23T01:00:00.000Z'), back('a', '2026-11-21T01:00:00.000Z')],
      [entry('referralReturned', '2026-11-24T09:00:00+08:00', '由县里办'), entry('referred', '2026-11-20T01:00:00.000Z', '跨区'), entry('assigned', '2026-11-22T01:00:00.000Z', '请看现场')],
    );
    expect(said.map(({ text, level, by }) => [text, level, by])).toEqual([
      ['跨区', 'toCity', '陈一统'],
      ['不属于 a', null, '江先生'],
      ['请看现场', 'county', '陈一统'],
      ['不属于 b', null, '江先生'],
      ['由县里办', 'city', '陈一统'],
    ]);
  });

  it('leaves out what has no words, and what is about something else', () => {
    expect(saidOf([], [entry('assigned', '2026-11-22T01:00:00.000Z', null), entry('answered', '2026-11-22T01:00:00.000Z', '已修好')])).toEqual([]);
  });

  it('names nobody where the system speaks or a name is hidden', () => {
    expect(saidOf([], [{ type: 'referred', at: '2026-11-22T01:00:00.000Z', text: '跨区事项', actor: null }])).toMatchObject([{ by: null, level: 'toCity' }]);
  });
});
