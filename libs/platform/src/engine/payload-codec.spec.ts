import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { AesPayloadCodec, parsePayloadKeys } from './index.js';

const pair = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const codecOf = (...pairs: string[]): AesPayloadCodec => new AesPayloadCodec(parsePayloadKeys(pairs.join(',')));
const payloadOf = (value: unknown): Payload => defaultPayloadConverter.toPayload(value)!;
const valueOf = (payload: Payload | undefined): unknown => defaultPayloadConverter.fromPayload(payload!);

describe('the payload codec', () => {
  const [older, newer] = [pair('2026-01'), pair('2026-07')];

  it.each([[{ text: '楼道灯不亮', count: 3 }], ['x'.repeat(200_000)], [null], [undefined], [new Uint8Array([0, 255])]])(
    'gives back what it was given: %#',
    async (value) => {
      const codec = codecOf(newer);
      const sealed = await codec.encode([payloadOf(value)]);
      expect(valueOf((await codec.decode(sealed))[0])).toEqual(value);
    },
  );

  it('hides the content and never seals the same thing in the same way', async () => {
    const codec = codecOf(newer);
    const [one, two] = await codec.encode([payloadOf('秘密 secret'), payloadOf('秘密 secret')]);
    expect(Buffer.from(one!.data!).includes('secret')).toBe(false);
    expect(Buffer.from(one!.data!).equals(Buffer.from(two!.data!))).toBe(false);
    expect(Buffer.from(one!.metadata!['encryption-key-id']!).toString()).toBe('2026-07');
  });

  it('writes with the first key and reads with every key', async () => {
    const before = await codecOf(older).encode([payloadOf('old')]);
    const rotated = codecOf(newer, older);
    expect(valueOf((await rotated.decode(before))[0])).toBe('old');
    const after = await rotated.encode([payloadOf('new')]);
    expect(valueOf((await codecOf(newer).decode(after))[0])).toBe('new');
    await expect(codecOf(older).decode(after)).rejects.toThrow('2026-07');
  });

  it('leaves alone what nobody encrypted', async () => {
    const plain = payloadOf({ a: 1 });
    expect(await codecOf(newer).decode([plain])).toEqual([plain]);
  });

  it('refuses a payload with any bit changed, a wrong key or a cut end', async () => {
    const codec = codecOf(newer, older);
    const [sealed] = await codec.encode([payloadOf('text')]);
    const bytes = Buffer.from(sealed!.data!);
    for (const at of [0, 12, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      await expect(codec.decode([{ ...sealed, data: changed }])).rejects.toThrow();
    }
    await expect(codec.decode([{ ...sealed, data: bytes.subarray(0, 20) }])).rejects.toThrow('too short');
    await expect(codec.decode([{ ...sealed, data: bytes.subarray(0, -1) }])).rejects.toThrow();
    const renamed = { ...sealed!.metadata, 'encryption-key-id': Buffer.from('2026-01') };
    await expect(codec.decode([{ ...sealed, metadata: renamed }])).rejects.toThrow();
  });
});

describe('the setting PAYLOAD_KEYS', () => {
  it.each([
    ['', 'pair 1'],
    ['nokey', 'pair 1'],
    ['a:c2hvcnQ=', 'pair 1'],
    [`:${randomBytes(32).toString('base64')}`, 'pair 1'],
    [`${pair('a')},b`, 'pair 2'],
    [`${pair('a')},${pair('a')}`, 'given twice'],
  ])('refuses %j', (setting, message) => {
    expect(() => parsePayloadKeys(setting)).toThrow(message);
  });
});
