import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { CoverQuery } from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../auth/session.guard.js';
import { CoverImages } from '../books/cover-images.js';
import { sendCover } from '../books/send-cover.js';
import { anId, fits } from '../http/zod.pipe.js';
import { visibleFind } from './visible-find.js';

/** Pictures of what providers found, beside which people tell editions apart. */
@Controller('api/finds/:id/cover')
export class FindCoversController {
  constructor(
    private readonly database: Database,
    private readonly covers: CoverImages,
  ) {}

  @Get()
  async show(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Query(fits(CoverQuery)) query: CoverQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { coverId } = await visibleFind(this.database, user, id);
    await sendCover({ request, reply }, this.covers, { ...query, coverId });
  }
}
