import { z } from 'zod';
import type { SqlExecutor } from '../audit/executor.js';
import type { NotificationAdapter } from './adapter.js';
import { HttpGatewayAdapter } from './http-gateway.adapter.js';
import { MailboxAdapter } from './mailbox.adapter.js';

/** Settings of whatever sends notices; spread them into its own. */
export const notificationShape = {
  NOTIFICATION_ADAPTER: z.enum(['mailbox', 'httpGateway']).default('mailbox'),
  NOTIFICATION_GATEWAY_URL: z.url().optional(),
  /** `whsec_` and base64 of at least 24 bytes. */
  NOTIFICATION_GATEWAY_SECRET: z.string().optional(),
  NOTIFICATION_GATEWAY_TIMEOUT_MS: z.coerce.number().int().min(100).max(50_000).default(10_000),
};
export type NotificationConfig = z.infer<z.ZodObject<typeof notificationShape>>;

export function createNotificationAdapter(
  config: NotificationConfig,
  manager: SqlExecutor,
  schema: string,
): NotificationAdapter {
  if (config.NOTIFICATION_ADAPTER === 'mailbox') return new MailboxAdapter(manager, schema);
  const { NOTIFICATION_GATEWAY_URL: url, NOTIFICATION_GATEWAY_SECRET: secret } = config;
  if (!url || !secret) {
    throw new Error('NOTIFICATION_ADAPTER is httpGateway, so NOTIFICATION_GATEWAY_URL and _SECRET have to be set');
  }
  return new HttpGatewayAdapter({ url, secret, timeoutMs: config.NOTIFICATION_GATEWAY_TIMEOUT_MS });
}
