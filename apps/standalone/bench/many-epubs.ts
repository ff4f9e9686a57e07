import { anEpub, pngCover } from '@octavo/testing';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const LAST_YEAR = new Date(Date.now() - 365 * 86_400_000);

/** Writes `count` small, whole EPUBs, a hundred to a folder, each with a cover of its own. */
export async function writeManyEpubs(books: string, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const folder = join(books, `author ${Math.floor(n / 100)}`);
    if (n % 100 === 0) await mkdir(folder, { recursive: true });
    const epub = anEpub()
      .titled(`Book ${n}`)
      .by(`Author ${Math.floor(n / 100)}`)
      .inSeries(`Series ${n % 977}`, String(n % 12))
      .withCover(pngCover({ seed: n }))
      .withChapters(3, 20);
    const path = join(folder, `book ${n}.epub`);
    await writeFile(path, epub.build());
    await utimes(path, LAST_YEAR, LAST_YEAR); // it is at rest: nothing waits for it to settle
  }
}
