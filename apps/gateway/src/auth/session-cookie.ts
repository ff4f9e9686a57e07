import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'octavo_session';
export const SESSION_DAYS = 30;

// Only the API needs it; devices below /kobo never see it.
const PATH = '/api';

/** Hands the browser its session. `secure` where the public address is https. */
export function setSessionCookie(reply: FastifyReply, token: string, secure: boolean): void {
  void reply.setCookie(NAME, token, {
    path: PATH,
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: SESSION_DAYS * 24 * 60 * 60,
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(NAME, { path: PATH });
}

export function sessionCookieOf(request: FastifyRequest): string | undefined {
  return request.cookies[NAME];
}
