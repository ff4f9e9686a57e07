import { Inject, Injectable } from '@nestjs/common';
import { Database, type User } from '@octavo/database';
import { CONFIG, type Config } from '@octavo/platform';
import type { FastifyReply } from 'fastify';
import { publicAddressOf } from '../http/public-address.js';
import { digestOf, newSecret } from './secrets.js';
import { SESSION_DAYS, setSessionCookie } from './session-cookie.js';

/** Gives a browser a session of a user. */
@Injectable()
export class OpenSession {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  async of(user: User, reply: FastifyReply): Promise<void> {
    const token = newSecret();
    const expiresAt = new Date(Date.now() + SESSION_DAYS * 24 * 60 * 60 * 1000);
    await this.database.sessions.open(user.id, digestOf(token), expiresAt);
    setSessionCookie(reply, token, publicAddressOf(reply.request, this.config).startsWith('https:'));
  }
}
