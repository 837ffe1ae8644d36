import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A gateway for notices that takes them or refuses them, as it is told. */
export interface NoticeGateway {
  /** For the services that send. */
  settings: Record<string, string>;
  /** 2xx takes what comes, 4xx refuses it for good, 5xx asks to try again. */
  answer(status: number): void;
  close(): Promise<void>;
}

export async function noticeGateway(): Promise<NoticeGateway> {
  let status = 200;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(status).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      NOTIFICATION_ADAPTER: 'httpGateway',
      NOTIFICATION_GATEWAY_URL: `http://127.0.0.1:${port}/notices`,
      NOTIFICATION_GATEWAY_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
    },
    answer(next) {
      status = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
