import { agree } from './agreement.js';
import type { EmbedReport, EmbedRequest } from './embedder.js';
import { SAID_FIELDS, type Said } from './said.js';
import type { Settled } from './settle.js';
import { wantedOf } from './wanted.js';

/** What became of each field of a request, of which `asked` is what the format could be asked for. */
export function reportOf(request: EmbedRequest, asked: Said, { wanted, written }: Settled): EmbedReport {
  const named = wantedOf(request);
  const missing = SAID_FIELDS.filter((field) => {
    if (named[field] === undefined) return false;
    return asked[field] === undefined || wanted[field] === undefined || !agree(field, asked, wanted);
  });
  return {
    changed: SAID_FIELDS.filter((field) => written.includes(field)),
    // Only recordings are abridged, and no format here says so.
    left: request.metadata.abridged === null ? missing : [...missing, 'abridged'],
  };
}
