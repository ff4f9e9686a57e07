import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { type Session, Setup, type SetupState } from '@octavo/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { fits } from '../http/zod.pipe.js';
import { FirstAccount } from './first-account.js';
import { OpenSession } from './open-session.js';
import { presentUser } from './present-user.js';
import { Public } from './session.guard.js';

/** The first account, while there is none. */
@Public()
@Controller('api/setup')
export class SetupController {
  constructor(
    private readonly firstAccount: FirstAccount,
    private readonly openSession: OpenSession,
  ) {}

  @Get()
  async show(): Promise<SetupState> {
    return { open: await this.firstAccount.isOpen() };
  }

  @Post()
  async create(
    @Body(fits(Setup)) setup: z.output<typeof Setup>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const user = await this.firstAccount.setUp(setup);
    await this.openSession.of(user, reply);
    return { user: presentUser(user) };
  }
}
