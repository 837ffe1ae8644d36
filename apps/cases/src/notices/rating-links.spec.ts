import { RatingLinks } from './rating-links.js';

const CASE = '990121-20261125-000001';

describe('the link to rate by', () => {
  const links = new RatingLinks('a secret for tests only, forty characters', 'https://county.example/');

  it('names case and round, follows from them, and leads to the residents’ pages', () => {
    const token = links.tokenOf(CASE, 2);
    expect(links.read(token)).toEqual({ caseNumber: CASE, round: 2 });
    expect(links.of(CASE, 2)).toBe(`https://county.example/t/rate#${token}`);
  });

  it('is none with anything changed, or from another secret', () => {
    const token = links.tokenOf(CASE, 1);
    const [, , proof] = token.split('.');
    const changed = [
      ...[`990121-20261125-000002.1.${proof}`, `${CASE}.2.${proof}`, `${CASE}.01.${proof}`, `${CASE}.1.${'A'.repeat(22)}`, `${token}=`],
      ...['', 'x', CASE, `${token}\n`, links.tokenOf(CASE, 1).slice(0, -1)],
      new RatingLinks('another secret for tests, forty characters', '').tokenOf(CASE, 1),
    ];
    for (const text of changed) expect(links.read(text)).toBeNull();
  });

  it('goes with the notice of an answer alone', () => {
    expect(links.addTo('caseAnswered', { caseNumber: CASE, round: 1 })).toEqual({ ratingLink: links.of(CASE, 1) });
    expect(links.addTo('caseClosed', { caseNumber: CASE, round: 1 })).toEqual({});
    expect(links.addTo('caseAnswered', { caseNumber: CASE })).toEqual({});
  });
});
