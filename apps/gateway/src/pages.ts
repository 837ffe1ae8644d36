import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { GatewayConfig } from './config.js';

const built = (app: string): string => fileURLToPath(new URL(`../../${app}/dist/`, import.meta.url));

/** Names of files that the build derives from their content: they never change, so a browser keeps them for good. */
const NEVER_CHANGES = 'public, max-age=31536000, immutable';

const VARIES = { vary: 'accept-encoding' };

interface Pages {
  root: string;
  /** Where its scripts and styles stand. */
  assets: string;
  /** Addresses that the page itself reads: each is answered with the one document. */
  routes: string[];
  /** The script that opens them without network: it stands where its pages are, because it speaks for no others. */
  worker?: { url: string; file: string };
}

const STAFF: Pages = {
  ...{ root: built('console'), assets: '/console/assets/', routes: ['/console', '/console/*'] },
  worker: { url: '/console/service-worker.js', file: 'service-worker.js' },
};
const RESIDENTS: Pages = { root: built('resident'), assets: '/resident-assets/', routes: ['/r', '/r/*', '/t', '/t/*'] };

/**
 * Serves the staff's console and the residents' pages, so that one address is enough, and says where people sign in.
 * Pages that were not built are left out: a gateway may stand alone behind a server of files.
 */
export async function registerPages(fastify: FastifyInstance, config: GatewayConfig): Promise<void> {
  // The build wrote a Brotli and a gzip copy beside each file.
  await fastify.register(staticFiles, { serve: false, root: built('console'), preCompressed: true });
  const policy = contentPolicy(config.KEYCLOAK_URL);
  for (const pages of [STAFF, RESIDENTS]) if (existsSync(`${pages.root}index.html`)) serve(fastify, pages, policy);
  fastify.get('/', (_request, reply) => reply.redirect('/console/'));
  fastify.get('/pages.json', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({
      signIn: config.KEYCLOAK_URL && { issuer: `${config.KEYCLOAK_URL}/realms/${config.KEYCLOAK_REALM}`, client: 'yiwang-web' },
    }),
  );
}

function serve(fastify: FastifyInstance, { root, assets, routes, worker }: Pages, policy: string): void {
  const folder = assets.split('/').at(-2) as string;
  fastify.get<{ Params: { '*': string } }>(`${assets}*`, (request, reply) =>
    reply.headers({ 'cache-control': NEVER_CHANGES, ...VARIES }).sendFile(`${folder}/${request.params['*']}`, root, { cacheControl: false }),
  );
  const asked = (file: string) => (_request: unknown, reply: FastifyReply) =>
    reply
      .headers({ ...VARIES, 'cache-control': 'no-cache', 'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
      .sendFile(file, root, { cacheControl: false });
  const document = asked('index.html');
  if (worker !== undefined) fastify.get(worker.url, asked(worker.file));
  for (const route of routes) fastify.get(route, document);
}

/** Scripts from here alone; pictures also from what is being uploaded; calls here and to where people sign in. */
function contentPolicy(keycloakUrl: string | undefined): string {
  const signIn = keycloakUrl === undefined ? '' : ` ${new URL(keycloakUrl).origin}`;
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    `connect-src 'self'${signIn}`,
    `frame-src 'self'${signIn}`,
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}
