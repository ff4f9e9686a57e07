import { BlobReader, TextWriter, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { KoboBook } from '@octavo/kobo';
import { kepub } from '../../kobo/fake-server.js';
import type { NewBook } from '../hands.js';

const AT = new Date('2026-01-01T10:00:00Z');
const TWO_LETTERS: Record<string, string> = { eng: 'en', nob: 'nb' };

/** A picture in one of its versions; the bytes are gone, its size is all that matters. */
export interface ModelCover {
  id: string;
  width: number;
  height: number;
}

export interface ModelBook {
  id: string;
  title: string;
  authors: string[];
  language: string;
  series?: { name: string; number?: string };
  covers: ModelCover[];
  fixed: boolean;
  /** What a device downloads. */
  bytes: Uint8Array;
  /** Grow with every change. */
  file: number;
  metadata: number;
  /** Its conversion was lost. */
  lost: boolean;
}

/** Reads what the checks put into their EPUBs: they are all made by one builder. */
export async function modelBook({ file, cover }: NewBook): Promise<ModelBook> {
  const opf = await packageOf(file);
  const [series] = valuesOf(opf, /<meta property="belongs-to-collection"[^>]*>([^<]*)</g);
  const [number] = valuesOf(opf, /property="group-position">([^<]*)</g);
  const [title = '', fixed] = [valuesOf(opf, /<dc:title>([^<]*)</g)[0], opf.includes('pre-paginated')];
  const [language = 'en'] = valuesOf(opf, /<dc:language>([^<]*)</g);
  return {
    id: randomUUID(),
    title,
    authors: valuesOf(opf, /<dc:creator[^>]*>([^<]*)</g),
    language: TWO_LETTERS[language] ?? language,
    ...(series && { series: { name: series, ...(number !== undefined && { number }) } }),
    covers: cover ? [await modelCover(cover)] : [],
    fixed,
    bytes: fixed ? file : await kepub(`${title} ${Buffer.from(file).toString('base64')}`),
    file: 1,
    metadata: 1,
    lost: false,
  };
}

/** One of many that nobody will open. */
export const plainBook = (n: number): ModelBook => ({
  id: randomUUID(),
  title: `Book ${n}`,
  authors: ['Jane Doe'],
  language: 'en',
  covers: [],
  fixed: false,
  bytes: new Uint8Array(n + 1),
  file: 1,
  metadata: 1,
  lost: false,
});

export async function modelCover(picture: Uint8Array): Promise<ModelCover> {
  const { width, height } = await sharp(picture).metadata();
  return { id: randomUUID().replaceAll('-', ''), width, height };
}

/** The book as the protocol's craft takes it. */
export function offered(book: ModelBook, base: string): KoboBook {
  const cover = book.covers.at(-1);
  return {
    entitlementId: book.id,
    revisionId: book.id,
    title: book.title,
    authors: book.authors.map((name) => ({ name, role: 'author' })),
    language: book.language,
    ...(book.series && { series: { id: `series ${book.series.name}`, ...book.series } }),
    ...(cover && { coverImageId: `${book.id}-${cover.id}` }),
    download: {
      format: book.fixed ? 'EPUB3FL' : 'KEPUB',
      size: book.bytes.length,
      url: `${base}/v1/books/${book.id}/file`,
    },
    addedAt: AT,
    changedAt: AT,
    grantedAt: AT,
  };
}

async function packageOf(file: Uint8Array): Promise<string> {
  const zip = new ZipReader(new BlobReader(new Blob([Buffer.from(file)])));
  const entries = (await zip.getEntries()).filter((entry): entry is FileEntry => !entry.directory);
  const found = entries.find(({ filename }) => filename.endsWith('.opf'));
  return (await found?.getData(new TextWriter())) ?? '';
}

const valuesOf = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, value]) => value ?? '');
