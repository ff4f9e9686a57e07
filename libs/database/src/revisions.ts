import { randomBytes } from 'node:crypto';

/**
 * Stands for the bytes of a file on another server in one state of it, since nobody has read them to their end. It means
 * nothing but itself; statements that make many write them the same way (source-updates.repository.ts).
 */
export function newRevision(): string {
  return `dav${randomBytes(8).toString('hex')}`;
}
