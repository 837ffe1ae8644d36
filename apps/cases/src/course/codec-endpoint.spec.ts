import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import type { Role } from '@yiwang/contracts/roles';
import type { Caller } from '@yiwang/platform/auth';
import { AesPayloadCodec, parsePayloadKeys, UNREADABLE_MARK, type PayloadJson } from '@yiwang/platform/engine';
import { CodecEndpoint, type CodecAct } from './codec-endpoint.js';

const pair = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const codecOf = (...pairs: string[]): AesPayloadCodec => new AesPayloadCodec(parsePayloadKeys(pairs.join(',')));
const [older, newer] = [pair('2026-01'), pair('2026-07')];

const plain = (value: unknown): PayloadJson => ({
  metadata: { encoding: Buffer.from('json/plain').toString('base64') },
  data: Buffer.from(JSON.stringify(value)).toString('base64'),
});
const valueOf = ({ data }: PayloadJson): unknown => JSON.parse(Buffer.from(data as string, 'base64').toString());
async function sealed(codec: AesPayloadCodec, value: unknown): Promise<PayloadJson> {
  const [payload] = await codec.encode([defaultPayloadConverter.toPayload(value)!]);
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const metadata = Object.fromEntries(Object.entries(payload!.metadata!).map(([name, bytes]) => [name, base64(bytes)]));
  return { metadata, data: base64(payload!.data!) };
}

function endpoint(codec: AesPayloadCodec, ...roles: Role[]) {
  const audited: Record<string, unknown>[] = [];
  const caller = { kind: 'person', subject: 'u-1', clientId: 'yiwang-web', roles } as unknown as Caller;
  const manager = { query: async (_: string, [rows]: [string]) => void audited.push(...JSON.parse(rows)) };
  const codecEndpoint = new CodecEndpoint(codec, { resolve: async () => caller }, manager as never, 'cases');
  const ask = (act: CodecAct, payloads: unknown) =>
    codecEndpoint.answer({ act, headers: { 'x-namespace': 'default' }, body: { payloads } });
  return { ask, audited };
}

describe('opening payloads for the Temporal Web UI', () => {
  it('reads what any key of the rotation wrote and leaves alone what nobody encrypted', async () => {
    const { ask } = endpoint(codecOf(newer, older), 'supervisor');
    const given = [await sealed(codecOf(older), '旧的'), plain({ a: 1 }), await sealed(codecOf(newer), ['new'])];
    const { payloads } = await ask('decode', given);
    expect(payloads.map(valueOf)).toEqual(['旧的', { a: 1 }, ['new']]);
    expect(payloads[1]).toEqual(given[1]);
  });

  it('says of one that cannot be opened why, and loses none of the others', async () => {
    const { ask, audited } = endpoint(codecOf(newer), 'supervisor');
    const broken = await sealed(codecOf(newer), 'broken');
    broken.data = Buffer.from(broken.data as string, 'base64').subarray(0, 20).toString('base64');
    const { payloads } = await ask('decode', [await sealed(codecOf(newer), 'one'), await sealed(codecOf(older), 'lost'), broken, plain(3)]);
    expect([valueOf(payloads[0]!), valueOf(payloads[3]!)]).toEqual(['one', 3]);
    expect(valueOf(payloads[1]!)).toMatch(/此内容无法解密（密钥 2026-01）.*cannot be decrypted.*PAYLOAD_KEYS/);
    expect(valueOf(payloads[2]!)).toMatch(/too short/);
    expect(payloads[1]!.metadata).toHaveProperty([UNREADABLE_MARK]);
    expect(audited).toMatchObject([{ operation: 'decodePayloads', outcome: 'done', details: { payloads: 4, encrypted: 3, unreadable: 2 } }]);
  });

  it('puts who read how much on the audit, never what', async () => {
    const { ask, audited } = endpoint(codecOf(newer), 'administrator');
    await ask('decode', [await sealed(codecOf(newer), '张三的电话')]);
    expect(audited).toMatchObject([
      { operation: 'decodePayloads', actor_subject: 'u-1', target_type: 'namespace', target_id: 'default', outcome: 'done' },
    ]);
    expect(JSON.stringify(audited)).not.toMatch(/张三/);
  });

  it('answers nothing that the audit did not take', async () => {
    const failing = { query: () => Promise.reject(new Error('away')) };
    const caller = { kind: 'person', roles: ['administrator'] } as unknown as Caller;
    const codecEndpoint = new CodecEndpoint(codecOf(newer), { resolve: async () => caller }, failing as never, 'cases');
    await expect(codecEndpoint.answer({ act: 'decode', headers: {}, body: { payloads: [plain(1)] } })).rejects.toThrow('away');
  });

  it('seals with the newest key, for the administrator alone', async () => {
    const { payloads } = await endpoint(codecOf(newer, older), 'administrator').ask('encode', [plain('text')]);
    expect(Buffer.from(payloads[0]!.metadata!['encryption-key-id']!, 'base64').toString()).toBe('2026-07');
    const { ask, audited } = endpoint(codecOf(newer), 'supervisor');
    await expect(ask('encode', [plain('text')])).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(audited).toMatchObject([{ operation: 'encodePayloads', outcome: 'refused' }]);
  });

  it.each([['nothing', undefined], ['text', 'x'], ['a payload that is no Base64', [{ data: '这' }]], ['too many', Array(2_001).fill({})]])(
    'refuses %s',
    async (_, payloads) => {
      const { ask } = endpoint(codecOf(newer), 'administrator');
      await expect(ask('decode', payloads)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    },
  );
});
