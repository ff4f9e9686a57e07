import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses that are never pages: a mistake there is an answer, not the dashboard. */
const NOT_PAGES = /^\/(api|kobo|health|admin|opds|kosync|dav|metrics)(\/|$)/;

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
  await app.register(fastifyStatic as never, {
    root,
    wildcard: false,
    index: false,
    setHeaders: (reply: { setHeader(name: string, value: string): void }, path: string) => {
      const kept = path.includes(`${join(root, 'assets')}`);
      reply.setHeader('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
      reply.setHeader('x-content-type-options', 'nosniff');
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    if (!isPage(request.method, request.url)) return;
    await reply
      .headers({
        'content-security-policy':
          "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
        'referrer-policy': 'same-origin',
        'cache-control': 'no-cache',
      })
      .sendFile('index.html', root);
  });
}
