import { Body, Delete, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { Announcements } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { readTagUpdate } from '@octavo/kobo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeepShelves, type OwnShelf } from '../shelves/keep-shelves.js';
import { DeviceRoute } from './device-route.js';
import { Caller, type KoboCaller } from './device.guard.js';
import { ForwardUnknown } from './store/forward-unknown.js';

/**
 * Collections as a device changes them. A collection that is not known here is never refused, since the device would
 * repeat itself before every sync: it is told to drop it, unless it may be one of the store's.
 */
@DeviceRoute()
export class TagsController {
  constructor(
    private readonly shelves: KeepShelves,
    private readonly forwardUnknown: ForwardUnknown,
    private readonly announcements: Announcements,
  ) {}

  /** Answers the id as a bare JSON string. */
  @Post('v1/library/tags')
  @HttpCode(201)
  async add(@Caller() caller: KoboCaller, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { name, bookIds } = readTagUpdate(body);
    if (name === undefined) throw new DomainError('request.invalid', 'A collection needs a name');
    const id = await this.shelves.addFromDevice(caller.device, name, bookIds ?? []);
    this.announcements.announce('device', caller.device.id);
    await reply.type('application/json; charset=utf-8').send(JSON.stringify(id));
  }

  /** Without an id: nothing is meant by it, and no book is called "tags". */
  @Delete('v1/library/tags')
  @HttpCode(405)
  removeAll(): Record<string, never> {
    return {};
  }

  @Put('v1/library/tags/:id')
  @HttpCode(200)
  async rename(
    @Caller() caller: KoboCaller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { name } = readTagUpdate(request.body);
    if (name === undefined) throw new DomainError('request.invalid', 'A collection needs a name');
    const { device } = caller;
    await this.change({ caller, request, reply }, id, (shelf) => this.shelves.rename(shelf, name, device.id));
  }

  @Delete('v1/library/tags/:id')
  @HttpCode(200)
  async remove(
    @Caller() caller: KoboCaller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.change({ caller, request, reply }, id, (shelf) => this.shelves.remove(shelf));
  }

  /** The map of addresses has a capital I, as the store's has; devices were seen with either. */
  @Post(['v1/library/tags/:id/items', 'v1/library/tags/:id/Items'])
  @HttpCode(201)
  async putBooks(
    @Caller() caller: KoboCaller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.changeBooks({ caller, request, reply }, id, 'put');
  }

  @Post(['v1/library/tags/:id/items/delete', 'v1/library/tags/:id/Items/delete'])
  @HttpCode(200)
  async takeBooks(
    @Caller() caller: KoboCaller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.changeBooks({ caller, request, reply }, id, 'take');
  }

  private async changeBooks(exchange: Exchange, id: string, change: 'put' | 'take'): Promise<void> {
    const { bookIds } = readTagUpdate(exchange.request.body);
    if (!bookIds) throw new DomainError('request.invalid', 'The body names no books');
    const by = exchange.caller.device.id;
    await this.change(exchange, id, (shelf) => this.shelves.changeBooks(shelf, { change, bookIds, by }));
  }

  private async change(
    { caller, request, reply }: Exchange,
    id: string,
    act: (shelf: OwnShelf) => Promise<void>,
  ): Promise<void> {
    const { device } = caller;
    const shelf = await this.shelves.ofDevice(device, id);
    if (shelf) await act(shelf);
    else if (device.storeProxy) await this.forwardUnknown.answers(caller, request, reply);
    else await this.shelves.refuse(device, id);
    this.announcements.announce('device', device.id);
  }
}

interface Exchange {
  caller: KoboCaller;
  request: FastifyRequest;
  reply: FastifyReply;
}
