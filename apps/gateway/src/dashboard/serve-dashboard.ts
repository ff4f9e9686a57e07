import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses that are never pages: a mistake there is an answer, not the dashboard. */
const NOT_PAGES = /^\/(api|kobo|health|admin|opds|kosync|dav|metrics)(\/|$)/;

/** Nothing from elsewhere is loaded or run, and nobody frames us. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** True for an address the dashboard's own router takes. */
export function isPage(method: string, url: string): boolean {
  const path = url.split('?')[0] ?? '/';
  return (method === 'GET' || method === 'HEAD') && !NOT_PAGES.test(path) && !/\.[a-z0-9]{1,8}$/i.test(path);
}

/**
 * Serves the built dashboard. Assets carry their content in their name and may be kept for ever; the page that names
 * them may not. Its policy lets nothing from elsewhere run.
 */
export async function serveDashboard(app: NestFastifyApplication, root: string): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) return;
  const options: FastifyStaticOptions = {
    root,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const kept = path.startsWith(join(root, 'assets'));
      void reply
        .header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache')
        .header('x-content-type-options', 'nosniff');
    },
  };
  await app.register(fastifyStatic, options);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (!isPage(request.method, request.url)) return;
      await reply
        .header('content-security-policy', POLICY)
        .header('referrer-policy', 'same-origin')
        .sendFile('index.html');
    });
}
