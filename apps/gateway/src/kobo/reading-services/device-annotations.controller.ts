import { Body, Get, HttpCode, Param, Patch, type PipeTransform, Post, Query, Res } from '@nestjs/common';
import { Announcements, Database } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import {
  type AnnotationsPage,
  annotationsPage,
  changedContents,
  contentEtag,
  highlightsAreKnown,
  pageLimit,
  pageStart,
  readAnnotationUpdate,
  readContentId,
  readHeldContents,
} from '@octavo/kobo';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Reader, type ReadingCaller } from './bearer.guard.js';
import { ReadingRoute } from './reading-route.js';
import { WhenWeFail } from './when-we-fail.js';

/** At most; few books have as many highlights. */
const PAGE = { limit: 500, bytes: 2_000_000 };

/**
 * Says that there is no list. What a device makes of it is not known; 304, 503 and no answer at all have each emptied
 * the book on it, and a list that is not whole takes what is not in it (all measured on one with 4.45).
 */
const NO_LIST = { status: 404, body: {} };

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

  /**
   * Which contents to fetch again; none where we fail, since what is not named is not fetched and stays. An unanswered
   * call has made a device open the book at its chapter's start.
   */
  @Post('checkforchanges')
  @HttpCode(200)
  @WhenWeFail({ status: 200, body: [] })
  async changed(@Reader() { device, since }: ReadingCaller, @Body() body: unknown): Promise<string[]> {
    const held = readHeldContents(body);
    const ids = [...new Set(held.map(({ id }) => id))];
    if (ids.length === 0) return [];
    const kept = await this.database.annotations.onDevice({ userId: device.userId, deviceId: device.id }, ids);
    return changedContents(held, kept, since);
  }

  /**
   * What is kept of a content, by pages. The device replaces what it has by it; so there is no list where it may have
   * highlights that never came to us, nor where we fail. The condition that it sends with its version is not heeded: to
   * "not modified" it emptied the book.
   */
  @Get(':id/annotations')
  @WhenWeFail(NO_LIST)
  async list(
    @Reader() { device, since }: ReadingCaller,
    @Param('id', aContentId) contentId: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnnotationsPage | Record<string, never>> {
    const { annotations } = this.database;
    const { userId, id: deviceId } = device;
    // the version before the list: what changes in between is then fetched once more, not missed
    const kept = (await annotations.onDevice({ userId, deviceId }, [contentId])).get(contentId);
    if (!kept || !highlightsAreKnown(kept, since)) {
      void reply.status(NO_LIST.status);
      return NO_LIST.body;
    }
    const start = pageStart(query);
    const fingerprint = start?.fingerprint ?? kept.fingerprint;
    const piece = { ...PAGE, limit: pageLimit(query, PAGE.limit), after: start?.after };
    const { rows, more } = await annotations.list(userId, contentId, piece);
    void reply.header('etag', contentEtag(fingerprint));
    return annotationsPage(rows, { more, fingerprint });
  }

  /**
   * What changed on the device. It never repeats what was answered with success, and does repeat what was not (told), so
   * a body that cannot be read at all is refused, and a failure of ours is told as one.
   */
  @Patch(':id/annotations')
  async update(
    @Reader() { device }: ReadingCaller,
    @Param('id', aContentId) contentId: string,
    @Body() body: unknown,
  ): Promise<Record<string, never>> {
    if (body instanceof Uint8Array) throw new DomainError('request.invalid', 'The body is not JSON');
    const now = new Date();
    const update = readAnnotationUpdate(body, now);
    const from = { userId: device.userId, deviceId: device.id, contentId };
    const changed = await this.database.transaction(({ annotations }) => annotations.keep(from, update, now));
    if (changed > 0 && z.uuid().safeParse(contentId).success) this.announcements.announce('book', contentId);
    return {};
  }
}
