import { createHmac } from 'node:crypto';
import type { Delivery, NotificationAdapter, OutgoingMessage } from './adapter.js';

export interface HttpGatewaySettings {
  url: string;
  /** `whsec_` and the key in base64, as Standard Webhooks has it. */
  secret: string;
  timeoutMs?: number;
}

/** Client errors that say "not now" rather than "not this". */
const TRY_AGAIN = new Set([408, 425, 429]);
const SHORTEST_KEY_BYTES = 24;

/**
 * Posts messages to a gateway, signed as Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature), with the
 * message's id as Idempotency-Key. 2xx is delivered; 4xx is refused for good, but for those that ask to try again; all
 * else, redirects included, is tried again.
 */
export class HttpGatewayAdapter implements NotificationAdapter {
  readonly channel = 'httpGateway';
  private readonly key: Buffer;

  constructor(private readonly settings: HttpGatewaySettings) {
    this.key = Buffer.from(settings.secret.replace(/^whsec_/, ''), 'base64');
    if (this.key.length < SHORTEST_KEY_BYTES) {
      throw new Error(`The gateway's secret must be base64 of at least ${SHORTEST_KEY_BYTES} bytes`);
    }
  }

  async deliver(message: OutgoingMessage): Promise<Delivery> {
    const body = JSON.stringify(message);
    const timestamp = String(Math.floor(Date.now() / 1000));
    let response: Response;
    try {
      response = await fetch(this.settings.url, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(this.settings.timeoutMs ?? 10_000),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'idempotency-key': message.id,
          'webhook-id': message.id,
          'webhook-timestamp': timestamp,
          'webhook-signature': `v1,${this.sign(message.id, timestamp, body)}`,
        },
      });
    } catch (error) {
      return { outcome: 'failed', error: reasonOf(error) };
    }
    await response.body?.cancel().catch(() => undefined);
    return judge(response);
  }

  private sign(id: string, timestamp: string, body: string): string {
    return createHmac('sha256', this.key).update(`${id}.${timestamp}.${body}`).digest('base64');
  }
}

function judge({ status, headers }: Response): Delivery {
  if (status >= 200 && status < 300) return { outcome: 'delivered', status };
  const error = `the gateway answered ${status}`;
  if (status >= 400 && status < 500 && !TRY_AGAIN.has(status)) return { outcome: 'refused', status, error };
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return { outcome: 'failed', status, error, ...(seconds > 0 ? { retryAfterSeconds: seconds } : {}) };
}

/** What went wrong below HTTP stands in the cause: "fetch failed" alone helps nobody. */
function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return 'the gateway did not answer in time';
  return cause?.code ?? cause?.message ?? message;
}
