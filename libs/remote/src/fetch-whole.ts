import { DavError, type DavClient, getFile, targetOf } from '@octavo/sources';
import { Fingerprinting } from '@octavo/storage';
import { open } from 'node:fs/promises';

/** A file that is to be here as a whole. */
export interface WholeOrder {
  /** As the server escapes it, from the base down. */
  path: string;
  /** In bytes, as it was listed. */
  size: number;
  /** The file it is written to. */
  draft: string;
  signal: AbortSignal;
}

/** Nobody hears a word for so long. There is no limit to the whole: what is large takes its time. */
const SILENCE_MS = 60_000;

/**
 * Writes a file of a server to a draft and gives the xxh3 of its bytes. Throws DavError: 'file_changed' where there are
 * more or fewer bytes than were listed.
 */
export async function fetchWhole(client: DavClient, { path, size, draft, signal }: WholeOrder): Promise<string> {
  const { connection } = client;
  const at = { origin: connection.base.origin, target: targetOf(connection, path, false) };
  const limits = { headersMs: SILENCE_MS, idleMs: SILENCE_MS, mostBytes: size + 1 };
  const { answer } = await getFile(client, { at, limits, signal });
  const told = answer.headers['content-length'];
  if (told !== undefined && Number(told) !== size) {
    await answer.discard();
    throw new DavError('file_changed');
  }
  const out = await open(draft, 'wx', 0o644);
  const fingerprint = new Fingerprinting();
  let written = 0;
  try {
    for await (const chunk of answer.body) {
      await out.write(chunk);
      fingerprint.add(chunk);
      written += chunk.byteLength;
    }
  } finally {
    await out.close();
  }
  if (written !== size) throw new DavError('file_changed');
  return fingerprint.digest();
}
