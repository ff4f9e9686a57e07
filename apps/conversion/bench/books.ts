import { aComic, anEpub } from '@octavo/testing';
import sharp from 'sharp';

/** A book to be measured; what it stands for is in its name. */
export interface BenchBook {
  name: string;
  format: 'epub' | 'cbz';
  make(): Promise<Uint8Array> | Uint8Array;
  /** For a hostile one: it must end in an error. */
  hostile?: true;
}

const WORDS =
  'it was the best of times and nobody in the whole of the long street had thought to ask him where the river went'.split(
    ' ',
  );

/** Deterministic prose of so many sentences. */
function prose(seed: number, sentences: number): string {
  let state = seed * 2_654_435_761 + 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  const sentence = () => {
    const words = Array.from({ length: 8 + next(14) }, () => WORDS[next(WORDS.length)]!).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}${next(9) === 0 ? '?” ' : '. '}`;
  };
  return Array.from({ length: sentences }, sentence).join('');
}

const page = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A page</title></head><body>${body}</body></html>`;

function book(pages: number, bodyOf: (n: number) => string): Uint8Array {
  const epub = anEpub().withChapters(pages, 1);
  for (let n = 1; n <= pages; n += 1) epub.withFile(`OEBPS/chapter-${n}.xhtml`, page(bodyOf(n)));
  return epub.build();
}

const paragraphs = (n: number, count: number, sentences: number) =>
  Array.from({ length: count }, (_, at) => `<p>${prose(n * 1_000 + at, sentences)}</p>\n`).join('');

const FORMULA =
  '<math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><mi>a</mi><mo>=</mo><mfrac><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow><msup><mi>c</mi><mn>2</mn></msup></mfrac></mrow></math>';

async function comic(pages: number): Promise<Uint8Array> {
  const image = await sharp({
    create: {
      width: 1_264,
      height: 1_680,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
      background: '#888',
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer();
  const made = aComic().withPages(0);
  for (let n = 1; n <= pages; n += 1) made.withFile(`${String(n).padStart(4, '0')}.jpg`, image);
  return made.build();
}

export const BOOKS: readonly BenchBook[] = [
  { name: 'a long novel: 394 pages, 3.7 MB', format: 'epub', make: () => book(394, (n) => paragraphs(n, 21, 5)) },
  { name: 'a novel: 66 pages, 0.8 MB', format: 'epub', make: () => book(66, (n) => paragraphs(n, 27, 5)) },
  {
    name: 'a manual: 26 pages with lists, code, links',
    format: 'epub',
    make: () =>
      book(26, (n) =>
        Array.from(
          { length: 60 },
          (_, at) =>
            `<h3 id="s${at}">Section ${at}</h3><ul><li><a href="#s1">${prose(n + at, 1)}</a></li><li><code>make all</code> ${prose(n, 2)}</li></ul><pre>one. two\n</pre>`,
        ).join(''),
      ),
  },
  {
    name: 'mathematics: 94 pages, 25 MB of formulas',
    format: 'epub',
    make: () => book(94, (n) => `<p>${prose(n, 9)}</p>`.repeat(4) + `<p>Let ${FORMULA} hold. Then</p>`.repeat(1_180)),
  },
  {
    name: 'an epic: 2,015 pages, 36 MB',
    format: 'epub',
    make: () => book(2_015, (n) => paragraphs(n, 40, 5)),
  },
  { name: 'a comic: 200 pages, 200 MB', format: 'cbz', make: () => comic(200) },
];

const emptyPages = (count: number) => Array.from({ length: count }, (_, n) => `p${n}.xhtml`);

export const HOSTILE: readonly BenchBook[] = [
  {
    name: 'one page of 47 MB in a small book',
    format: 'epub',
    hostile: true,
    make: () => book(1, () => '<p>a</p>'.repeat(47 * 131_072)),
  },
  {
    name: 'a million elements in each other',
    format: 'epub',
    hostile: true,
    make: () => book(1, () => '<b>'.repeat(1_000_000)),
  },
  {
    name: 'tags that are never closed, in 4,000 paragraphs',
    format: 'epub',
    hostile: true,
    make: () => book(1, () => '<b><i><u>a</p><p>'.repeat(60_000)),
  },
  {
    name: 'entities that multiply',
    format: 'epub',
    hostile: true,
    make: () =>
      anEpub()
        .withFile('OEBPS/chapter-1.xhtml', `<!DOCTYPE html [${laughs()}]>${page('<p>&z;</p>'.repeat(9_999))}`)
        .build(),
  },
  {
    name: 'an archive that claims little and unpacks to 400 MB',
    format: 'epub',
    hostile: true,
    make: () =>
      anEpub()
        .withChapters(40, 1)
        .withFile('OEBPS/chapter-1.xhtml', page('a'.repeat(400_000_000)))
        .build(),
  },
  {
    name: 'a hundred thousand pages that are listed',
    format: 'epub',
    hostile: true,
    make: () =>
      anEpub()
        .withOpf(
          `<package version="3.0"><manifest>${emptyPages(100_000)
            .map((name, n) => `<item id="i${n}" href="${name}" media-type="application/xhtml+xml"/>`)
            .join('')}</manifest><spine/></package>`,
        )
        .build(),
  },
];

function laughs(): string {
  const names = 'abcdefghijklmnopqrstuvwxyz';
  return [...names]
    .map((name, at) => `<!ENTITY ${name} "${at === 0 ? 'ha' : `&${names[at - 1]!};`.repeat(10)}">`)
    .join('');
}
