import type { ApiKey, User } from '@octavo/contracts';
import type { User as UserRow } from '@octavo/database';

export function presentUser({ id, email, name, role, createdAt }: UserRow): User {
  return { id, email, name, role, createdAt: createdAt.toISOString() };
}

export function presentApiKey(row: { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }): ApiKey {
  const { id, name, createdAt, lastUsedAt } = row;
  return { id, name, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}
