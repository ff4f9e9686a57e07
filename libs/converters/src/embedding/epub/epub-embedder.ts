import { DomainError, type RandomAccess } from '@octavo/domain';
import { openEpub, readBook, type ArchiveEntry, type EpubPackage } from '@octavo/formats';
import type { PackedFile } from '../../archive/archive-writer.js';
import { stored, type FreshFile } from '../../archive/pack-ahead.js';
import { utf8 } from '../../kepub/utf8.js';
import { refuseUncopyable } from '../copy-archive.js';
import type { Embedder, EmbedPlan, EmbedRequest } from '../embedder.js';
import { LARGEST_DOCUMENT } from '../limits.js';
import { editableXml } from '../markup/editable-xml.js';
import type { Markup } from '../markup/markup.js';
import { reportOf } from '../report.js';
import { saidOf, type Said, type SaidField } from '../said.js';
import { settle } from '../settle.js';
import { spoilt } from '../spoilt.js';
import { askedOfEpub, readPackage } from './asked-of-epub.js';
import { planCover } from './cover.js';
import { PackageElements } from './package-elements.js';
import { rewritePackage } from './rewrite-package.js';
import { checkPublication } from './same-publication.js';
import { namesFirstSeries } from './series.js';

/** EPUB 2 and 3 and OEB 1.x: metadata stands in the package document, a cover in an entry of its own. */
export const epubEmbedder: Embedder = { plan, readBack };

const MIMETYPE = 'application/epub+zip';

async function plan(source: RandomAccess, request: EmbedRequest): Promise<EmbedPlan> {
  const epub = await openEpub(source);
  refuseUnsuited(epub);
  const { entry, markup } = await packageOf(epub);
  const elements = new PackageElements(markup);
  const cover = request.cover && (await planCover(epub, request.cover));
  const before = await readPackage(markup.text);
  const { asked, wanted, toldElsewhere } = await askedOfEpub(request, elements, before);
  const write = (fields: ReadonlySet<SaidField>, said: Said) =>
    rewritePackage(markup, { fields, wanted: said, before, toldElsewhere, cover });
  const stale: SaidField[] = wanted.series && !namesFirstSeries(elements, wanted.series) ? ['series'] : [];
  const settled = await settle({ before, wanted, stale, write, read: readPackage });
  const { changed, left } = reportOf(request, asked, settled);
  const isNewCover = cover?.item ?? cover?.replaced ?? write(new Set(), {}) !== markup.text;
  const rewritten: Map<ArchiveEntry, FreshFile | PackedFile> = new Map();
  // A text that is the same stays as it is, in its own encoding.
  if (settled.text !== markup.text) rewritten.set(entry, { name: entry.name, bytes: utf8(settled.text) });
  if (cover?.replaced) rewritten.set(cover.replaced, cover.file);
  return {
    archive: epub.archive,
    // [mandatory] EPUB 3.3 §4.2.4.2
    first: stored({ name: 'mimetype', bytes: Buffer.from(MIMETYPE) }),
    rewritten,
    added: cover?.item ? [cover.file] : [],
    before,
    wanted: settled.wanted,
    report: { changed: isNewCover ? [...changed, 'cover'] : changed, left },
  };
}

function refuseUnsuited(epub: EpubPackage): void {
  if (epub.drm)
    throw new DomainError('format.encrypted', 'The book is locked by DRM, so nothing can be written into it.');
  // EPUB 3.3 §4.2.6.3.5
  if (epub.archive.find('META-INF/signatures.xml')) {
    throw new DomainError('format.unsupported', 'The book is signed, and writing into it would break its signature.');
  }
  refuseUncopyable(epub.archive);
}

async function packageOf({ archive, path }: EpubPackage): Promise<{ entry: ArchiveEntry; markup: Markup }> {
  const entry = archive.find(path);
  if (!entry) throw new TypeError(`"${path}" was found when the book was opened`);
  const bytes = await archive.bytes(entry, LARGEST_DOCUMENT);
  return { entry, markup: editableXml(bytes, 'The package document of the book') };
}

async function readBack(original: RandomAccess, result: RandomAccess, { cover }: EmbedRequest): Promise<Said> {
  const [book, made] = await Promise.all([openEpub(original), openEpub(result)]);
  const [was, is] = await Promise.all([packageOf(book), packageOf(made)]);
  checkPublication(new PackageElements(was.markup), new PackageElements(is.markup), cover !== undefined);
  if (book.layout !== made.layout || made.drm) throw spoilt('has other pages than its book');
  const { draft } = await readBook(result, 'book.epub');
  if (cover && (!draft.cover || Buffer.compare(draft.cover.bytes, cover.bytes) !== 0)) {
    throw spoilt('does not have the cover it was given');
  }
  return saidOf(draft);
}
