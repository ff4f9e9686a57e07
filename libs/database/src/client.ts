import type pg from 'pg';
import { ForgetfulPg } from './forgetful-adapter.js';
import { Prisma, PrismaClient } from './generated/client.js';

/** Prisma, or one of its transactions: what a repository speaks to. */
export type Client = Prisma.TransactionClient;

/** Opens Prisma over a pool, which is closed with it. */
export function openClient(pool: pg.Pool): PrismaClient {
  return new PrismaClient({
    adapter: new ForgetfulPg(pool, { disposeExternalPool: true }),
    transactionOptions: { maxWait: 15_000, timeout: 60_000 },
  });
}

/** True when a statement failed because it would break a unique rule. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === 'P2002') return true;
  const cause = (error.meta?.['driverAdapterError'] as { cause?: { originalCode?: string; kind?: string } } | undefined)
    ?.cause;
  return cause?.originalCode === '23505' || cause?.kind === 'UniqueConstraintViolation';
}

/** True when a transaction waited longer than it may for what another one holds. */
export function isLockTimeout(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { driverAdapterError, code } = (error.meta ?? {}) as {
    driverAdapterError?: { cause?: { originalCode?: string; code?: string } };
    code?: string;
  };
  return [code, driverAdapterError?.cause?.originalCode, driverAdapterError?.cause?.code].includes('55P03');
}

/** True when a table is asked for that the migrations have not made. */
export function isTableMissing(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2021';
}

export { Prisma };
