import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { CoverQuery } from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CurrentUser } from '../auth/session.guard.js';
import { anId, fits } from '../http/zod.pipe.js';
import { CoverImages } from './cover-images.js';

/** Where only one side of the box is given, the other does not bind. */
const UNBOUND = 4_000;

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
    @Query(fits(CoverQuery)) { width, height, v }: z.output<typeof CoverQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const book = await this.database.books.findVisible(id, user.id);
    if (!book?.coverId) throw new DomainError('cover.not-found');
    const etag = `"${book.coverId}-${width ?? ''}x${height ?? ''}"`;
    void reply.header('etag', etag).header('cache-control', v ? 'private, max-age=31536000, immutable' : 'private, no-cache');
    if (request.headers['if-none-match'] === etag) return void reply.status(304).send();
    const size = width || height ? { width: width ?? UNBOUND, height: height ?? UNBOUND } : undefined;
    const { bytes, mediaType } = size
      ? await this.covers.sized(book.coverId, size)
      : await this.covers.original(book.coverId);
    void reply.type(mediaType).header('x-content-type-options', 'nosniff').send(Buffer.from(bytes));
  }
}
