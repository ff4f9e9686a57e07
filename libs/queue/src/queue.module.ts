import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Announcements, Database, DatabaseModule } from '@octavo/database';
import { CONFIG } from '@octavo/platform';
import { openQueueConnection, QUEUE_CONNECTION, type QueueConnection } from './connection.js';
import { Jobs } from './jobs.js';
import { Queues } from './queues.js';
import { Schedules } from './schedules.js';

@Module({
  imports: [DatabaseModule],
  providers: [
    // After the database: where the queues live in Postgres too, the database must be there first.
    { provide: QUEUE_CONNECTION, inject: [CONFIG, Database], useFactory: openQueueConnection },
    {
      provide: Queues,
      inject: [QUEUE_CONNECTION],
      useFactory: (connection: QueueConnection) => new Queues(connection),
    },
    {
      provide: Jobs,
      inject: [Database, Queues, Announcements],
      useFactory: (database: Database, queues: Queues, announcements: Announcements) =>
        new Jobs(database, queues, announcements),
    },
    {
      provide: Schedules,
      inject: [Database, Jobs],
      useFactory: (database: Database, jobs: Jobs) => new Schedules(database, jobs),
    },
  ],
  exports: [QUEUE_CONNECTION, Queues, Jobs, Schedules],
})
export class QueueModule implements OnApplicationShutdown {
  constructor(
    private readonly queues: Queues,
    @Inject(QUEUE_CONNECTION) private readonly connection: QueueConnection,
  ) {}

  /** BullMQ does not close what it did not open. */
  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
    await this.connection.close();
  }
}
