import type { HandedOn } from '@octavo/kobo';
import type { FastifyReply } from 'fastify';

/** Sends a device what the store said. */
export async function sendHandedOn({ status, headers, body }: HandedOn, reply: FastifyReply): Promise<void> {
  const type = body.length > 0 ? { 'content-type': 'application/json; charset=utf-8' } : {};
  await reply
    .status(status)
    .headers({ ...type, ...headers })
    .send(body.length > 0 ? Buffer.from(body) : undefined);
}
