import pg from 'pg';
import type { PrismaClient } from './generated/client.js';
import { openClient } from './client.js';
import { Repositories } from './repositories/index.js';
import { type StagedPart, stageListing } from './stage-listing.js';

/** The database: its repositories, and transactions that hand out the same repositories bound to them. */
export class Database extends Repositories {
  private constructor(
    private readonly prisma: PrismaClient,
    private readonly pool: pg.Pool,
  ) {
    super(prisma);
  }

  /** Connects; `connections` is how many this process may hold. */
  static async open(url: string, connections: number): Promise<Database> {
    const pool = new pg.Pool({ connectionString: url, max: connections, idleTimeoutMillis: 30_000 });
    const prisma = openClient(pool);
    await prisma.$connect();
    return new Database(prisma, pool);
  }

  /** All of `work` happens or none of it. Never ask the queue for anything inside: asking comes after the commit. */
  transaction<Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result> {
    return this.prisma.$transaction((client) => work(new Repositories(client)));
  }

  /** Writes down a part of what a server lists, outside of any transaction. */
  stageListing(scanId: string, part: StagedPart): Promise<void> {
    return stageListing(this.pool, scanId, part);
  }

  /** True when it answers. */
  async answers(): Promise<boolean> {
    return this.prisma.$queryRaw`select 1`.then(
      () => true,
      () => false,
    );
  }

  close(): Promise<void> {
    return this.prisma.$disconnect();
  }
}
