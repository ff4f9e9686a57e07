import type { SeriesEntry } from '@octavo/domain';
import { readOpfSidecar } from '@octavo/formats';
import { escapeText } from '../../kepub/tag-source.js';
import { utf8 } from '../../kepub/utf8.js';
import { settledDescription } from '../description-text.js';
import type { EmbedRequest } from '../embedder.js';
import { saidOf, withoutNothing, type Said } from '../said.js';
import { filledUp, wantedOf } from '../wanted.js';
import type { PackageElements } from './package-elements.js';
import { columnSeries, hasCollections } from './series.js';

export interface AskedOfEpub {
  /** All that was asked for, as our reader would tell it. */
  asked: Said;
  /** What of it this book has a place for. */
  wanted: Said;
  /** Series of both that are told elsewhere in the document, and not to be written. */
  toldElsewhere: readonly SeriesEntry[];
}

/** What a package document says, by the rules of our reader for sidecars, which are those for books. */
export function readPackage(text: string): Promise<Said> {
  return Promise.resolve(saidOf(readOpfSidecar(utf8(text))));
}

/** What a request means for a book, `before` being what the book says. */
export async function askedOfEpub(
  request: EmbedRequest,
  elements: PackageElements,
  before: Said,
): Promise<AskedOfEpub> {
  const { description: html, series: named, ...said } = wantedOf(request);
  const description = html && (await settledDescription(html, readDescription));
  const series = named && [...named, ...columnSeries(elements, named)];
  const asked = filledUp(withoutNothing({ ...said, description, series }), before);
  return { asked, wanted: carried(asked, elements), toldElsewhere: asked.series?.slice(named?.length) ?? [] };
}

async function readDescription(text: string): Promise<string | undefined> {
  const field = `<description>${escapeText(text)}</description>`;
  return (await readPackage(`<package><metadata>${field}</metadata></package>`)).description;
}

/** EPUB 2 has no place for a number of pages, and calibre's metas name but one series. */
function carried({ series, pageCount, ...asked }: Said, elements: PackageElements): Said {
  const first = series?.slice(0, 1) ?? [];
  return withoutNothing({
    ...asked,
    pageCount: elements.version === 3 ? pageCount : undefined,
    series: hasCollections(elements) ? series : [...first, ...(series ? columnSeries(elements, first) : [])],
  });
}
