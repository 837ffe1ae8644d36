import { OpenSubscriptions } from './open-subscriptions.js';

describe('places for subscriptions', () => {
  const nameless = (address: string, connection = {}) => ({ address, hasToken: false, connection });

  it('count callers without a token by address, whatever connections they open', () => {
    const open = new OpenSubscriptions(2);
    open.take(nameless('a'));
    const giveBack = open.take(nameless('a'));
    expect(() => open.take(nameless('a'))).toThrow('TOO_MANY_REQUESTS');
    open.take(nameless('b'));
    giveBack();
    giveBack();
    open.take(nameless('a'));
    expect(() => open.take(nameless('a'))).toThrow('TOO_MANY_REQUESTS');
  });

  it('count callers with a token by connection', () => {
    const open = new OpenSubscriptions(1);
    const connection = {};
    open.take({ address: 'a', hasToken: true, connection });
    open.take({ address: 'a', hasToken: true, connection: {} });
    expect(() => open.take({ address: 'a', hasToken: true, connection })).toThrow('TOO_MANY_REQUESTS');
  });
});
