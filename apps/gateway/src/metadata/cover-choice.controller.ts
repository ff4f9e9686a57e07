import { Controller, Delete, HttpCode, Param, Put, Req } from '@nestjs/common';
import type { User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import type { FastifyRequest } from 'fastify';
import { CurrentUser } from '../auth/session.guard.js';
import { anId } from '../http/zod.pipe.js';
import { ChooseCovers } from './choose-covers.js';

/** As for covers that come with books. */
const MOST_BYTES = 30 << 20;

/** A book's cover, as a person wants it. */
@Controller('api/books/:id/cover')
export class CoverChoiceController {
  constructor(private readonly covers: ChooseCovers) {}

  /** A picture, as the part `file` of multipart/form-data. */
  @Put()
  @HttpCode(204)
  async put(@CurrentUser() user: User, @Param('id', anId) id: string, @Req() request: FastifyRequest): Promise<void> {
    if (!request.isMultipart()) throw new DomainError('upload.missing');
    const part = await request.file({ limits: { fileSize: MOST_BYTES, files: 1 }, throwFileSizeLimit: false });
    if (!part?.filename) throw new DomainError('upload.missing');
    const bytes = await part.toBuffer();
    if (part.file.truncated) throw new DomainError('upload.too-large', 'A cover may have 30 MB at most');
    await this.covers.put(user, id, { name: part.filename, bytes });
  }

  @Delete()
  @HttpCode(204)
  async takeAway(@CurrentUser() user: User, @Param('id', anId) id: string): Promise<void> {
    await this.covers.takeAway(user, id);
  }
}
