import { hasRole, type Caller, type CallerResolver } from '@yiwang/platform/auth';
import { recordAudit } from '@yiwang/platform/audit';
import { AesPayloadCodec, decodePayloadJson, encodePayloadJson, type PayloadJson } from '@yiwang/platform/engine';
import { AppError } from '@yiwang/platform/errors';
import type { Role } from '@yiwang/contracts/roles';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

export type CodecAct = 'decode' | 'encode';

/** Reading is for those who look after stuck cases; writing into the engine by hand for the administrator alone. */
const WHO: Record<CodecAct, readonly Role[]> = { decode: ['supervisor', 'administrator'], encode: ['administrator'] };
const OPERATIONS: Record<CodecAct, string> = { decode: 'decodePayloads', encode: 'encodePayloads' };

const MOST_PAYLOADS = 2_000;
const BASE64 = z.string().regex(/^[A-Za-z0-9+/_-]*={0,2}$/);
const BODY = z.object({
  payloads: z
    .array(z.looseObject({ metadata: z.record(z.string().max(200), BASE64).optional(), data: BASE64.optional() }))
    .max(MOST_PAYLOADS),
});
const EXPECTED = '{"payloads": [{"metadata": {…}, "data": "…"}]}';

export interface CodecRequest {
  act: CodecAct;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

/**
 * Opens and seals payloads of the engine for the Temporal Web UI and its command line. Whoever asks is on the audit with
 * how many payloads of which namespace, before anything is answered; what they hold never is.
 */
export class CodecEndpoint {
  constructor(
    private readonly codec: AesPayloadCodec,
    private readonly callers: Pick<CallerResolver, 'resolve'>,
    private readonly manager: Pick<EntityManager, 'query'>,
    private readonly schema: string,
  ) {}

  /** @throws AppError UNAUTHENTICATED, FORBIDDEN, INPUT_INVALID; SERVICE_UNAVAILABLE while Keycloak is away. */
  async answer({ act, headers, body }: CodecRequest): Promise<{ payloads: PayloadJson[] }> {
    const caller = await this.callers.resolve(headers);
    if (caller.kind === 'anonymous') throw new AppError('UNAUTHENTICATED');
    const namespace = String(headers['x-namespace'] ?? '').slice(0, 100);
    if (!hasRole(caller, ...WHO[act])) {
      await this.audit(act, caller, namespace, 'refused');
      throw new AppError('FORBIDDEN');
    }
    const parsed = BODY.safeParse(body);
    if (!parsed.success) {
      await this.audit(act, caller, namespace, 'failed');
      throw new AppError('INPUT_INVALID', { field: 'payloads', expected: `${EXPECTED}, ≤ ${MOST_PAYLOADS}` });
    }
    const given = parsed.data.payloads as PayloadJson[];
    const { payloads, ...counts } =
      act === 'decode'
        ? await decodePayloadJson(this.codec, given)
        : { payloads: await encodePayloadJson(this.codec, given) };
    await this.audit(act, caller, namespace, 'done', { payloads: given.length, ...counts });
    return { payloads };
  }

  private audit(
    act: CodecAct,
    caller: Caller,
    namespace: string,
    outcome: 'done' | 'refused' | 'failed',
    details: Record<string, number> = {},
  ): Promise<void> {
    const target = { type: 'namespace', id: namespace };
    return recordAudit(this.manager, { operation: OPERATIONS[act], caller, outcome, target, details }, this.schema);
  }
}
