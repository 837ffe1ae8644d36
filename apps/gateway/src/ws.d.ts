/** The little of `ws` that the gateway uses; the package brings no types of its own. */
declare module 'ws' {
  import type { Server } from 'node:http';

  export class WebSocket {
    constructor(
      address: string,
      protocols?: string | string[],
      options?: { headers?: Record<string, string | undefined>; handshakeTimeout?: number },
    );
    close(code?: number, reason?: string): void;
  }

  export class WebSocketServer {
    constructor(options: { server: Server; path: string; maxPayload: number });
    readonly clients: Set<WebSocket>;
  }
}
