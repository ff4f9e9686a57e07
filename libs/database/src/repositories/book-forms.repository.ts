import type { Client } from '../client.js';

const SHOWN = {
  contributions: { include: { contributor: true }, orderBy: { position: 'asc' } },
  series: { include: { series: true }, orderBy: { position: 'asc' } },
  identifiers: true,
  files: { select: { format: true, durationSec: true } },
  purchases: {
    select: {
      asin: true,
      runtimeMin: true,
      heardPercent: true,
      isFinished: true,
      store: { select: { account: { select: { userId: true } } } },
    },
  },
} as const;

/** Books as they are compared with one another, and shown beside one another. */
export class BookFormsRepository {
  constructor(private readonly client: Client) {}

  /** With people, series, numbers, and how long they play; of files and purchases no more than that. */
  of(ids: readonly string[]) {
    return this.client.book.findMany({ where: { id: { in: [...ids] } }, include: SHOWN });
  }
}

export type FormRow = Awaited<ReturnType<BookFormsRepository['of']>>[number];
