import { anEpub, pngCover } from '@octavo/testing';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

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
    await writeFile(join(folder, `book ${n}.epub`), epub.build());
  }
}
