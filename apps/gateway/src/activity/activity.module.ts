import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { QueueModule } from '@octavo/queue';
import { EventsController } from './events.controller.js';
import { JobsController } from './jobs.controller.js';
import { LiveEvents } from './live-events.js';

/** Jobs and live events. */
@Module({
  imports: [DatabaseModule, QueueModule],
  controllers: [JobsController, EventsController],
  providers: [LiveEvents],
})
export class ActivityModule {}
