import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { type Session, SignIn as Credentials } from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fits } from '../http/zod.pipe.js';
import { OpenSession } from './open-session.js';
import { presentUser } from './present-user.js';
import { digestOf } from './secrets.js';
import { clearSessionCookie, sessionCookieOf } from './session-cookie.js';
import { CurrentUser, Public } from './session.guard.js';
import { SignIn } from './sign-in.js';

/** Signing in and out. */
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly database: Database,
    private readonly signIn: SignIn,
    private readonly openSession: OpenSession,
  ) {}

  @Public()
  @Post()
  @HttpCode(200)
  async create(
    @Body(fits(Credentials)) credentials: Credentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const user = await this.signIn.check(credentials, request.ip);
    await this.openSession.of(user, reply);
    return { user: presentUser(user) };
  }

  @Get()
  show(@CurrentUser() user: User): Session {
    return { user: presentUser(user) };
  }

  @Public()
  @Delete()
  @HttpCode(204)
  async remove(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const cookie = sessionCookieOf(request);
    if (cookie) await this.database.sessions.close(digestOf(cookie));
    clearSessionCookie(reply);
  }
}
