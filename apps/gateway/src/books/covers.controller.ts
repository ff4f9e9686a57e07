import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { CoverQuery } from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../auth/session.guard.js';
import { anId, fits } from '../http/zod.pipe.js';
import { CoverImages } from './cover-images.js';
import { sendCover } from './send-cover.js';

/** Covers for the dashboard. */
@Controller('api/books/:id/cover')
export class CoversController {
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
    const book = await this.database.books.findVisible(id, user.id);
    await sendCover({ request, reply }, this.covers, { ...query, coverId: book?.coverId ?? null });
  }
}
