import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

/**
 * The secret kept in `file`, made up at the first call (32 URL-safe characters, mode 0600).
 * The file appears whole or not at all, and of two processes that ask at once both get the same answer.
 */
export async function secretIn(file: string): Promise<string> {
  const draft = `${file}.${process.pid}`;
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known !== '') return known.trim();
  await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // EEXIST: another process was quicker
  } finally {
    await rm(draft, { force: true });
  }
  return (await readFile(file, 'utf8')).trim();
}
