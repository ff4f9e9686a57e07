import { Controller, Get, Inject, Res } from '@nestjs/common';
import { Database } from '@octavo/database';
import { QUEUE_CONNECTION, type QueueConnection } from '@octavo/queue';
import { DataFiles } from '@octavo/storage';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/session.guard.js';

/** For probes: is the process alive, can it serve. */
@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly data: DataFiles,
    @Inject(QUEUE_CONNECTION) private readonly queue: QueueConnection,
  ) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const [database, queue, storage] = await Promise.all([
      this.database.answers(),
      this.queue.answers(),
      this.data.writeBytes(['.probe'], new Uint8Array()).then(
        () => true,
        () => false,
      ),
    ]);
    const ready = database && queue && storage;
    void reply.status(ready ? 200 : 503);
    return { status: ready ? 'ok' : 'unavailable', checks: { database, queue, storage } };
  }
}
