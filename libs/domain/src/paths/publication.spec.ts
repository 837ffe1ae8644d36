import { mayBePublic, type Publishable } from './publication.js';

const streetLight: Publishable = { stage: 'handling', kind: 'complaint', mode: null, isAboutSomebody: false, isMerged: false };

describe('making a matter public', () => {
  it.each<Partial<Publishable>>([
    {},
    { kind: 'request' },
    { kind: 'suggestion' },
    { mode: 'deliberation' },
    { stage: 'received' },
    { stage: 'suspended' },
    { stage: 'evaluating' },
  ])('is possible for a common one under way: %j', (over) => expect(mayBePublic({ ...streetLight, ...over })).toEqual({ ok: true }));

  it.each<[Partial<Publishable>, string]>([
    [{ isAboutSomebody: true }, 'NOT_FOR_THE_PUBLIC'],
    [{ kind: 'report' }, 'NOT_FOR_THE_PUBLIC'],
    [{ kind: 'dispute' }, 'NOT_FOR_THE_PUBLIC'],
    [{ kind: 'consultation' }, 'NOT_FOR_THE_PUBLIC'],
    [{ mode: 'coordination' }, 'NOT_FOR_THE_PUBLIC'],
    [{ isMerged: true }, 'NOT_FOR_THE_PUBLIC'],
    [{ stage: 'closed' }, 'CASE_CLOSED'],
    [{ stage: 'withdrawn' }, 'CASE_CLOSED'],
  ])('is refused for %j', (over, code) => expect(mayBePublic({ ...streetLight, ...over })).toMatchObject({ ok: false, code }));
});
