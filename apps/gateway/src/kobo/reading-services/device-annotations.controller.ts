import { Body, Get, HttpCode, Param, Patch, type PipeTransform, Post, Query, Res } from '@nestjs/common';
import { Announcements, Database } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import {
  type AnnotationsPage,
  annotationsPage,
  changedContents,
  contentEtag,
  highlightsAreKnown,
  pageAfter,
  readAnnotationUpdate,
  readContentId,
  readHeldContents,
} from '@octavo/kobo';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Reader, type ReadingCaller } from './bearer.guard.js';
import { ReadingRoute } from './reading-route.js';

/** Few books have as many highlights, and a page that is left out of account would be lost on the device. */
const PAGE = { limit: 500, bytes: 2_000_000 };

const aContentId: PipeTransform<unknown, string> = {
  transform(value) {
    const id = readContentId(value);
    if (id !== undefined) return id;
    throw new DomainError('route.not-found', 'There is no content with this id');
  },
};

/** Highlights and notes, as devices send and fetch them. */
@ReadingRoute('api/v3/content')
export class DeviceAnnotationsController {
  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
  ) {}

  /** Which contents to fetch again. An unanswered call has made a device open the book at its chapter's start. */
  @Post('checkforchanges')
  @HttpCode(200)
  async changed(@Reader() { device, since }: ReadingCaller, @Body() body: unknown): Promise<string[]> {
    const held = readHeldContents(body);
    const ids = [...new Set(held.map(({ id }) => id))];
    if (ids.length === 0) return [];
    const kept = await this.database.annotations.onDevice({ userId: device.userId, deviceId: device.id }, ids);
    return changedContents(held, kept, since);
  }

  /**
   * What is kept of a content. The device replaces what it has by it; so where it may have highlights that never came
   * to us there is no list but a 404, which we take to leave the device as it is.
   */
  @Get(':id/annotations')
  async list(
    @Reader() { device, since }: ReadingCaller,
    @Param('id', aContentId) contentId: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnnotationsPage | Record<string, never>> {
    const { annotations } = this.database;
    // the version before the list: what changes in between is then fetched once more, not missed
    const kept = (await annotations.onDevice({ userId: device.userId, deviceId: device.id }, [contentId])).get(
      contentId,
    );
    if (!kept || !highlightsAreKnown(kept, since)) {
      void reply.status(404);
      return {};
    }
    const { rows, more } = await annotations.list(device.userId, contentId, { ...PAGE, after: pageAfter(query) });
    void reply.header('etag', contentEtag(kept.fingerprint));
    return annotationsPage(rows, more);
  }

  @Patch(':id/annotations')
  async update(
    @Reader() { device }: ReadingCaller,
    @Param('id', aContentId) contentId: string,
    @Body() body: unknown,
  ): Promise<Record<string, never>> {
    const now = new Date();
    const update = readAnnotationUpdate(body, now);
    const from = { userId: device.userId, deviceId: device.id, contentId };
    const changed = await this.database.transaction(({ annotations }) => annotations.keep(from, update, now));
    if (changed > 0 && z.uuid().safeParse(contentId).success) this.announcements.announce('book', contentId);
    return {};
  }
}
