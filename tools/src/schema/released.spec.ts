import { brokenPromises } from './released.js';

const RELEASED = `# Released 2026-08-01
type Query { old(a: Int @deprecated(reason: "b"), b: Int): Int @deprecated(reason: "use fresh") kept(a: Int @deprecated(reason: "b"), b: Int): Kind promised: Int }
enum Kind { one two @deprecated(reason: "one") }`;
const KEPT = 'kept(a: Int @deprecated(reason: "b"), b: Int): Kind';
const KIND = 'enum Kind { one two @deprecated(reason: "one") }';
const graph = (fields: string, kind = KIND): string => `type Query { ${fields} } ${kind}`;
const after = (days: number): string => new Date(Date.parse('2026-08-01') + days * 86_400_000).toISOString().slice(0, 10);

describe('what leaves the graph', () => {
  it('may leave after ninety days of being called deprecated, and not a day before', () => {
    const without = graph(`${KEPT} promised: Int`);
    expect(brokenPromises(RELEASED, without, after(90))).toEqual([]);
    expect(brokenPromises(RELEASED, without, after(89))).toEqual(['Query.old was removed. It is deprecated for 89 days; 90 are promised.']);
  });

  it('counts for arguments and values of an enum alike', () => {
    const without = graph('old(a: Int, b: Int): Int kept(b: Int): Kind promised: Int', 'enum Kind { one }');
    expect(brokenPromises(RELEASED, without, after(90))).toEqual([]);
    expect(brokenPromises(RELEASED, without, after(1))).toHaveLength(2);
  });

  it('never leaves unannounced', () => {
    const [problem] = brokenPromises(RELEASED, graph(`old(a: Int, b: Int): Int ${KEPT}`), after(900));
    expect(problem).toBe('Query.promised was removed. It was not @deprecated in the release of 2026-08-01.');
  });

  it.each([
    ['another type', graph(`old(a: Int, b: Int): Int ${KEPT} promised: String`), /promised changed type from Int to String/],
    ['a new required argument', graph(`old(a: Int, b: Int): Int ${KEPT} promised(c: Int!): Int`), /required arg c on Query.promised/i],
  ])('is refused as %s, however long one waits', (_, current, said) => {
    expect(brokenPromises(RELEASED, current, after(900))).toEqual([expect.stringMatching(said)]);
  });

  it('is judged against a release that says its day', () => {
    expect(() => brokenPromises('type Query { a: Int }', 'type Query { a: Int }', '2026-11-25')).toThrow(/says no day/);
  });
});
