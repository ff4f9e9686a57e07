import { DavFile, type DavTree } from '@octavo/testing';

export const OLD = 'Tue, 03 Mar 2026 10:00:00 GMT';

/** A file that is no real book, of so many bytes; nobody looks into it in these tests. */
export const sized = (bytes: number, modified = OLD) => new DavFile('x'.repeat(bytes), { modified });

/** Names of the first books of a shelf, in the order of its folders. */
export function firstBooks(count: number): ReadonlySet<string> {
  return new Set(Array.from({ length: count }, (_, at) => `${Math.floor(at / 10)}-${at % 10}.epub`));
}

/** Twenty folders of ten books, each of another size, without some of them. */
export function shelf(without: ReadonlySet<string> = new Set()): DavTree {
  return Object.fromEntries(Array.from({ length: 20 }, (_, folder) => [`Folder ${folder}`, books(folder, without)]));
}

function books(folder: number, without: ReadonlySet<string>): DavTree {
  const names = Array.from(
    { length: 10 },
    (_, book) => [`${folder}-${book}.epub`, 2_000 + folder * 10 + book] as const,
  );
  return Object.fromEntries(names.filter(([name]) => !without.has(name)).map(([name, size]) => [name, sized(size)]));
}
