import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@octavo/platform';
import { join } from 'node:path';
import { Announcements } from './announcements.js';
import { ContentLocks } from './content-locks.js';
import { Database } from './database.js';
import { migrateDeploy } from './migrate/deploy.js';

/** Connections per process: enough for its concurrent jobs or requests, few enough for many processes. */
const CONNECTIONS = 10;

/** Migrations lie beside the code that needs them, in the tree as in an image. */
export const MIGRATIONS_DIR = 'prisma/migrations';

@Module({
  providers: [
    {
      provide: Database,
      inject: [CONFIG],
      useFactory: async ({ DATABASE_URL }: Config) => {
        await migrateDeploy({ databaseUrl: DATABASE_URL!, migrationsDir: join(process.cwd(), MIGRATIONS_DIR) });
        return Database.open(DATABASE_URL!, CONNECTIONS);
      },
    },
    {
      provide: Announcements,
      inject: [CONFIG],
      useFactory: ({ DATABASE_URL }: Config) => new Announcements(DATABASE_URL!),
    },
    {
      provide: ContentLocks,
      inject: [CONFIG],
      useFactory: ({ DATABASE_URL }: Config) => new ContentLocks(DATABASE_URL!),
    },
  ],
  exports: [Database, Announcements, ContentLocks],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Announcements) private readonly announcements: Announcements,
    @Inject(ContentLocks) private readonly locks: ContentLocks,
  ) {}

  /** Last of all: whatever uses the database closes in earlier hooks. */
  async onApplicationShutdown(): Promise<void> {
    await this.locks.close();
    await this.announcements.close();
    await this.database.close();
  }
}
