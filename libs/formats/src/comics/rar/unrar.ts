import { DomainError } from '@octavo/domain';
import type * as Unrar from 'node-unrar-js';

/** One at a time: the module has a single memory, and remembers which archive it is in between calls. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * The bytes of the last file of a small RAR archive, by RARLAB's own unpacker. It is loaded when first needed, works in
 * memory and blocks its thread for as long as it unpacks, at about 100 MB a second. `archive` is made when it is its
 * turn, so that only one is in memory; what it throws is let through. Throws 'file.unreadable' for damage.
 */
export function unrarLast(archive: () => Promise<Uint8Array<ArrayBuffer>>, files: number): Promise<Uint8Array> {
  const result = turn.then(async () => {
    const unrar = await import('node-unrar-js');
    return unpackLast(unrar, await archive(), files);
  });
  turn = result.catch(() => undefined);
  return result;
}

async function unpackLast(unrar: typeof Unrar, archive: Uint8Array<ArrayBuffer>, files: number): Promise<Uint8Array> {
  let seen = 0;
  try {
    const extractor = await unrar.createExtractorFromData({ data: archive.buffer });
    const [found] = [...extractor.extract({ files: () => ++seen === files }).files];
    if (found?.extraction !== undefined) return found.extraction;
  } catch (error) {
    // An archive we made ourselves can only fail for what the packed data does to the unpacker.
    throw new DomainError('file.unreadable', 'A file in the archive cannot be unpacked.', { cause: error });
  }
  throw new DomainError('file.unreadable', 'A file in the archive cannot be unpacked.');
}
