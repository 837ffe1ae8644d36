import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** The attachment routes of the cases service, as small as they can be: a good link is one whose signature is "good". */
export class StandInFiles {
  readonly seen: IncomingHttpHeaders[] = [];
  /** Ids whose content is being sent. */
  readonly underWay = new Set<string>();
  private readonly kept = new Map<string, { content: Buffer; type: string }>();

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.seen.push(request.headers);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://files');
    const id = pathname.split('/').at(-1) as string;
    if (searchParams.get('signature') !== 'good') {
      response.writeHead(403, { 'content-type': 'application/json' }).end('{"code":"LINK_EXPIRED"}');
      return void request.resume();
    }
    if (request.method === 'PUT') return this.take(id, request, response);
    this.give(id, request, response);
  }

  private async take(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    this.underWay.add(id);
    try {
      for await (const part of request) parts.push(part as Buffer);
      const content = Buffer.concat(parts);
      this.kept.set(id, { content, type: request.headers['content-type'] ?? '' });
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ bytes: content.length }));
    } catch {
      response.destroy();
    } finally {
      this.underWay.delete(id);
    }
  }

  private give(id: string, { headers }: IncomingMessage, response: ServerResponse): void {
    const found = this.kept.get(id);
    if (!found) return void response.writeHead(404).end();
    const { content, type } = found;
    const common = { 'content-type': type, 'content-security-policy': 'sandbox' };
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    if (first === undefined) return void response.writeHead(200, common).end(content);
    const range = `bytes ${first}-${last}/${content.length}`;
    response.writeHead(206, { ...common, 'content-range': range }).end(content.subarray(Number(first), Number(last) + 1));
  }
}
