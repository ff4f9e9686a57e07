import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../auth/session.guard.js';
import { sendFile } from '../http/send-file.js';
import { anId } from '../http/zod.pipe.js';
import { BookFiles } from './book-files.js';

/** The books themselves. */
@Controller('api/files')
export class FilesController {
  constructor(
    private readonly database: Database,
    private readonly bookFiles: BookFiles,
  ) {}

  @Get(':id/content')
  async content(
    @CurrentUser() user: User,
    @Param('id', anId) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.database.files.findVisible(id, user.id);
    if (!file) throw new DomainError('file.not-found');
    await sendFile(request, reply, await this.bookFiles.original(file));
  }
}
