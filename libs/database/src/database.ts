import type { PrismaClient } from './generated/client.js';
import { openClient } from './client.js';
import { Repositories } from './repositories/index.js';

/** The database: its repositories, and transactions that hand out the same repositories bound to them. */
export class Database extends Repositories {
  private constructor(private readonly prisma: PrismaClient) {
    super(prisma);
  }

  /** Connects; `connections` is how many this process may hold. */
  static async open(url: string, connections: number): Promise<Database> {
    const prisma = openClient(url, connections);
    await prisma.$connect();
    return new Database(prisma);
  }

  /** All of `work` happens or none of it. Never ask the queue for anything inside: asking comes after the commit. */
  transaction<Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result> {
    return this.prisma.$transaction((client) => work(new Repositories(client)));
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
