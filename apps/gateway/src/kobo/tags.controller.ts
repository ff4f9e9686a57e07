import { Body, Delete, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { Announcements } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { readTagUpdate } from '@octavo/kobo';
import type { FastifyReply } from 'fastify';
import { KeepShelves } from '../shelves/keep-shelves.js';
import { DeviceRoute } from './device-route.js';
import { Caller, type KoboCaller } from './device.guard.js';

/**
 * Collections as a device changes them. A collection that is not known here is never refused, since the device would
 * repeat itself before every sync: it is told to drop it instead.
 */
@DeviceRoute()
export class TagsController {
  constructor(
    private readonly shelves: KeepShelves,
    private readonly announcements: Announcements,
  ) {}

  /** Answers the id as a bare JSON string. */
  @Post('v1/library/tags')
  @HttpCode(201)
  async add(@Caller() caller: KoboCaller, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { name, bookIds } = readTagUpdate(body);
    if (name === undefined) throw new DomainError('request.invalid', 'A collection needs a name');
    const id = await this.shelves.addFromDevice(caller.device, name, bookIds ?? []);
    this.changed(caller);
    await reply.type('application/json; charset=utf-8').send(JSON.stringify(id));
  }

  @Put('v1/library/tags/:id')
  @HttpCode(200)
  async rename(@Caller() caller: KoboCaller, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const { name } = readTagUpdate(body);
    if (name === undefined) throw new DomainError('request.invalid', 'A collection needs a name');
    await this.shelves.byDevice(caller.device, id, (shelf) => this.shelves.rename(shelf, name, caller.device.id));
    this.changed(caller);
  }

  /** Without an id: nothing is meant by it, and no book is called "tags". */
  @Delete('v1/library/tags')
  @HttpCode(405)
  removeAll(): Record<string, never> {
    return {};
  }

  @Delete('v1/library/tags/:id')
  @HttpCode(200)
  async remove(@Caller() caller: KoboCaller, @Param('id') id: string): Promise<void> {
    await this.shelves.byDevice(caller.device, id, (shelf) => this.shelves.remove(shelf));
    this.changed(caller);
  }

  @Post('v1/library/tags/:id/items')
  @HttpCode(201)
  putBooks(@Caller() caller: KoboCaller, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    return this.changeBooks(caller, { id, body, change: 'put' });
  }

  @Post('v1/library/tags/:id/Items')
  @HttpCode(201)
  putBooksCapital(@Caller() caller: KoboCaller, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    return this.changeBooks(caller, { id, body, change: 'put' });
  }

  @Post('v1/library/tags/:id/items/delete')
  @HttpCode(200)
  takeBooks(@Caller() caller: KoboCaller, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    return this.changeBooks(caller, { id, body, change: 'take' });
  }

  @Post('v1/library/tags/:id/Items/delete')
  @HttpCode(200)
  takeBooksCapital(@Caller() caller: KoboCaller, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    return this.changeBooks(caller, { id, body, change: 'take' });
  }

  private async changeBooks(
    caller: KoboCaller,
    { id, body, change }: { id: string; body: unknown; change: 'put' | 'take' },
  ): Promise<void> {
    const { bookIds } = readTagUpdate(body);
    if (!bookIds) throw new DomainError('request.invalid', 'The body names no books');
    await this.shelves.byDevice(caller.device, id, (shelf) =>
      this.shelves.changeBooks(shelf, { change, bookIds, by: caller.device.id }),
    );
    this.changed(caller);
  }

  private changed({ device }: KoboCaller): void {
    this.announcements.announce('device', device.id);
  }
}
