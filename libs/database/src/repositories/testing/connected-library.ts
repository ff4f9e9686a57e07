import type { Database } from '../../database.js';
import { newId } from '../../ids.js';

/** A library on a server that nobody will ask, of a user of its own. Gives its id. */
export async function connectedLibrary(database: Database): Promise<string> {
  const libraryId = newId();
  const email = `${libraryId}@example.org`;
  const { id: userId } = await database.users.create({ email, name: '', role: 'reader', passwordHash: '' });
  const access = { baseUrl: 'http://a/', username: '', scheme: 'none', secret: null, facts: {} };
  await database.connections.add({ ...access, libraryId, userId, name: 'A' });
  return libraryId;
}
