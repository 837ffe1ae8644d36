import { choicesOf, isOnTask, type Wanted } from './choices.js';

const say = (key: string): string => `<${key}>`;
const CASE = { number: 'n', title: null, text: '桥面沉降', actions: ['urge', 'order', 'instruct', 'resume'], returns: [] };
const TASK = { id: 't', kind: 'approve', version: 1, actions: ['claim'], data: '{}' };
const wanted = (over: object): Wanted => ({ dueAt: null, task: null, case: CASE, ...over }) as unknown as Wanted;
const keys = (over: object): string[] => choicesOf(wanted(over)).map(({ key, unit }) => [key, unit].filter(Boolean).join(' '));

describe('what one tap on a wanted decision does', () => {
  it.each<[string, object, string[]]>([
    ['a request that is the reader’s', { kind: 'approval', task: TASK }, ['grant', 'refuse']],
    ['a request that is somebody else’s', { kind: 'approval' }, ['instruct']],
    ['an arbitration: the units that were named', { kind: 'arbitration', task: TASK, case: { ...CASE, returns: ['water', 'roads', 'water'].map((code) => ({ proposedUnit: { code, name: code } })) } }, ['assign water', 'assign roads']],
    ['an arbitration without returns', { kind: 'arbitration', task: TASK }, ['arbitrate']],
    ['a suspension to be reviewed', { kind: 'suspensionReview' }, ['resume', 'instruct']],
    ['late at this level', { kind: 'overdue' }, ['order', 'instruct']],
    ['a third round', { kind: 'lastRound' }, ['instruct']],
    ['nothing that the service does not offer', { kind: 'overdue', case: { ...CASE, actions: ['noteCase'] } }, []],
    ['nothing where what may be done is not known', { kind: 'lastRound', case: { ...CASE, actions: null } }, []],
  ])('%s', (_, over, expected) => expect(keys(over)).toEqual(expected));

  it('says in the form what was tapped, so that only sending is left', () => {
    const [grant, refuse] = choicesOf(wanted({ kind: 'approval', task: TASK }));
    expect([grant?.values?.(say), refuse?.values?.(say)]).toEqual([{ granted: true, reason: '<grant>' }, { granted: false, reason: '<refuse>' }]);
    const returns = [{ proposedUnit: { code: 'unit-water', name: '水务局' } }];
    const [assign] = choicesOf(wanted({ kind: 'arbitration', task: TASK, case: { ...CASE, returns } }));
    expect(assign?.values?.(say)).toEqual({ lead: { title: '桥面沉降', to: 'unit', unitCode: 'unit-water' }, reason: '<assign>' });
    expect([grant, assign].map((choice) => choice && isOnTask(choice))).toEqual([true, true]);
  });
});
