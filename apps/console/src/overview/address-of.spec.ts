import { addressOf, readBehind, type Where } from './address-of.js';

const readBack = (where: Where): object => {
  const params = new URLSearchParams(addressOf(where).split('?')[1]);
  return { ...readBehind(params), areaCode: params.get('area'), ...(params.get('card') === null ? {} : { card: params.get('card') }) };
};

describe('the address of the cases behind a number', () => {
  it.each<Where>([
    { areaCode: '990121', open: true },
    { areaCode: '990121', running: true, card: 'red', tier: 'county', unitCode: 'unit-water' },
    { areaCode: '990121101', paused: 'suspended', reviewBefore: '2026-12-03T08:00:00.000Z', open: true },
    { areaCode: '990121', channel: 'qr', receivedFrom: '2026-11-25T16:00:00.000Z', receivedBefore: '2026-11-26T16:00:00.000Z' },
    { areaCode: '990121', taskKind: 'approve', taskTier: 'county' },
    { areaCode: '990121', categoryCode: 'urban.roads', lastRound: true },
  ])('says all of it: %j', (where) => expect(readBack(where)).toEqual(where));

  it('leaves out what the service leaves open', () => {
    expect(addressOf({ areaCode: '990121', channel: null, running: null, card: 'yellow' })).toBe('/cases?area=990121&card=yellow');
  });

  it('is read for what is known alone, whatever stands in it', () => {
    expect(readBehind(new URLSearchParams("channel=x&tier=y&from=soon&unit='%3B--&open=yes&task=z&paused=no"))).toEqual({});
  });
});
