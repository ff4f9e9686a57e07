import { Get, Param, Req, Res } from '@nestjs/common';
import { Announcements, Database } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { parseCoverImageId, parseCoverRequest } from '@octavo/kobo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { CoverImages } from '../books/cover-images.js';
import { sendFile } from '../http/send-file.js';
import { anId } from '../http/zod.pipe.js';
import { Delivery } from './delivery.js';
import { DeviceRoute } from './device-route.js';
import { Caller, type KoboCaller } from './device.guard.js';
import { coverAtStore } from './store/cover-at-store.js';

/** The bytes a device fetches: books and covers. */
@DeviceRoute()
export class DeliveriesController {
  constructor(
    private readonly database: Database,
    private readonly delivery: Delivery,
    private readonly covers: CoverImages,
    private readonly announcements: Announcements,
    private readonly logger: PinoLogger,
  ) {}

  @Get('v1/books/:id/file/:form')
  async book(
    @Caller() { device }: KoboCaller,
    @Param('id', anId) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const grant = await this.database.entitlements.find(device.id, id);
    const book = grant && !grant.revoked ? await this.database.books.find(id) : null;
    if (!book) throw new DomainError('book.not-found');
    const sending = await this.delivery.of(book);
    if (request.method === 'GET')
      reply.raw.once(
        'finish',
        () =>
          void this.noteDownload({ device: device.id, book: id, content: sending.checksum }, reply).catch(
            (err: unknown) => this.logger.warn({ err, deviceId: device.id }, 'a download could not be noted'),
          ),
      );
    await sendFile(request, reply, sending);
  }

  /** Only what went out whole, or to its last byte, was downloaded. */
  private async noteDownload(
    { device, book, content }: { device: string; book: string; content: string },
    reply: FastifyReply,
  ): Promise<void> {
    const [, end, size] = /^bytes \d+-(\d+)\/(\d+)$/.exec(String(reply.getHeader('content-range') ?? '')) ?? [];
    const complete = reply.statusCode === 200 || (reply.statusCode === 206 && Number(end) + 1 === Number(size));
    if (!complete) return;
    await this.database.entitlements.downloaded(device, book, content);
    this.announcements.announce('device', device);
  }

  @Get('v1/books/:image/thumbnail/*')
  async cover(@Caller() caller: KoboCaller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = request.url.split('?')[0]!.split('/v1/books/')[1] ?? '';
    const asked = parseCoverRequest(path.split('/').map(decodeURIComponent));
    const image = asked && parseCoverImageId(asked.imageId);
    const grant = image && (await this.database.entitlements.find(caller.device.id, image.bookId));
    const elsewhere = asked && !grant ? await coverAtStore(this.database, caller, asked) : undefined;
    if (elsewhere !== undefined) return void reply.redirect(elsewhere, 307);
    if (!asked || !image || !grant) throw new DomainError('cover.not-found');
    const book = await this.database.books.find(image.bookId);
    // The id names a version: an older one stays good while its picture is there.
    const coverId = (image.version && (await this.database.covers.find(image.version))?.id) ?? book?.coverId;
    if (!coverId) throw new DomainError('cover.not-found');
    const etag = `"${coverId}-${asked.width}x${asked.height}${asked.grey ? 'g' : ''}"`;
    void reply.header('etag', etag).header('cache-control', 'private, max-age=31536000, immutable');
    if (request.headers['if-none-match'] === etag) return void reply.status(304).send();
    const { bytes } = await this.covers.sized(coverId, asked, {
      grey: asked.grey,
      ...(asked.quality === undefined ? {} : { quality: asked.quality }),
    });
    void reply.type('image/jpeg').send(Buffer.from(bytes));
  }
}
