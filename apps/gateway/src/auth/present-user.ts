import type { ApiKey, AppPassword, User } from '@octavo/contracts';
import type { User as UserRow } from '@octavo/database';

export function presentUser({ id, email, name, role, createdAt }: UserRow): User {
  return { id, email, name, role, createdAt: createdAt.toISOString() };
}

interface KeyRow {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** An app password is told of as a key is. */
export const presentAppPassword: (row: KeyRow) => AppPassword = presentApiKey;

export function presentApiKey(row: KeyRow): ApiKey {
  const { id, name, createdAt, lastUsedAt } = row;
  return { id, name, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}
