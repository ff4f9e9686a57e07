import { TextDecoder } from 'node:util';
import { DavError } from './dav-error.js';
import { MOST_ENTRIES_LISTED } from './limits.js';
import type { KnownShapes } from './known-shapes.js';
import { cutOff } from './multistatus-parser.js';
import { MultistatusReader } from './multistatus-reader.js';
import type { WrittenEntry } from './written-response.js';

export type { WrittenEntry } from './written-response.js';

export interface MultistatusEnd {
  /** RFC 6578, where the server gave one. */
  syncToken: string | undefined;
}

/**
 * The entries of a multistatus while it comes, in the order of the server. Until it has ended they are provisional: an
 * answer can be cut between two entries and look whole but for its last tag. Throws DavError 'malformed_response' for
 * what is cut, no XML or no UTF-8, 'not_webdav' for other XML, 'too_many_entries' beyond `mostEntries`, and whatever the
 * body throws. `shapes`: what is known of how the server writes; they are added to.
 */
export async function* readMultistatus(
  body: AsyncIterable<Uint8Array>,
  mostEntries = MOST_ENTRIES_LISTED,
  shapes?: KnownShapes,
): AsyncGenerator<WrittenEntry[], MultistatusEnd> {
  const reader = new MultistatusReader(shapes);
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let count = 0;
  const taken = () => {
    const entries = reader.take();
    count += entries.length;
    if (count > mostEntries) throw new DavError('too_many_entries');
    return entries;
  };
  for await (const chunk of body) {
    reader.write(decoded(utf8, chunk));
    const entries = taken();
    if (entries.length > 0) yield entries;
  }
  reader.write(decoded(utf8));
  reader.close();
  const rest = taken();
  if (rest.length > 0) yield rest;
  return { syncToken: reader.syncToken };
}

function decoded(utf8: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? utf8.decode(chunk, { stream: true }) : utf8.decode();
  } catch (error) {
    if (!chunk) cutOff(error);
    throw new DavError('malformed_response', { cause: error });
  }
}
