import { anEpub, pngCover } from '@octavo/testing';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const COUNT = 1_000;
const SHELVES = 25;

/** Writes a thousand different books, each with a cover of its own, below a folder. */
export async function writeThousandBooks(books: string): Promise<void> {
  for (let n = 0; n < COUNT; n++) {
    const shelf = join(books, `shelf ${n % SHELVES}`);
    if (n < SHELVES) await mkdir(shelf, { recursive: true });
    const book = anEpub()
      .titled(`Book ${n}`)
      .by(`Author ${n % 50}`);
    await writeFile(join(shelf, `${n}.epub`), book.withCover(pngCover({ seed: n })).build());
  }
}
