import { jpeg } from '../../kobo/fake-server.js';
import {
  type FaultRow,
  type Answer,
  type Json,
  on,
  replaced,
  metadata,
  header,
  numbered,
  says,
  status,
} from './fault.js';

/** Wrong metadata, files and covers. */
export const BOOK_FAULTS: FaultRow[] = [
  [
    'metadata.list-of-one',
    'answers with an object',
    says(on('GET', /metadata$/, ({ body }) => ({ body: (body as Json[])[0] }))),
  ],
  [
    'metadata.downloads',
    'sends devices elsewhere',
    says(metadata(/"Url":"[^"]+"/g, '"Url":"http://elsewhere.example/file"')),
  ],
  [
    'metadata.unknown',
    'shows a page',
    says(on('GET', /metadata$/, () => ({ status: 404, headers: { 'content-type': 'text/html' } }))),
  ],
  ['metadata.series', 'takes 0 for nothing', says(metadata(/,"Number":0,"NumberFloat":0/g, ''))],
  ['metadata.languages', 'has three letters', says(metadata(/"Language":"nb"/g, '"Language":"nob"'))],
  ['metadata.bare', 'invents an author', says(metadata(/"Contributors":\[\]/g, '"Contributors":["Unknown"]'))],
  [
    'downloads.whole',
    'calls it .epub',
    says(
      on('GET', /file$/, ({ headers }) => ({ headers: replaced(headers, /\.kepub/g, '') as Record<string, string> })),
    ),
  ],
  [
    'downloads.whole',
    'says it is something',
    says(on('GET', /file$/, (answer) => header(answer, 'content-type', 'application/octet-stream'))),
  ],
  [
    'downloads.kepub',
    'has one name only',
    says(on('GET', /file$/, (answer) => header(answer, 'content-disposition', 'attachment; filename="a.kepub.epub"'))),
  ],
  ['downloads.fixed-layout', 'converts fixed pages', says(metadata(/EPUB3FL/g, 'KEPUB'))],
  [
    'downloads.head',
    'has another length for HEAD',
    says(on('HEAD', /file$/, (answer) => header(answer, 'content-length', '1'))),
  ],
  ['downloads.range', 'knows no ranges', says(on('GET', /file$/, () => ({ status: 200 })))],
  ['downloads.range-beyond', 'gives what is not there', status('GET', /file$/, 206)],
  [
    'downloads.range-stale',
    'does not ask for what',
    says(on('GET', /file$/, (_, { headers }) => (headers['if-range'] ? { status: 206 } : {}))),
  ],
  ['downloads.range-of-another', 'takes any file for the other', status('GET', /file$/, 206)],
  ['downloads.others', 'gives books to anybody', status('GET', /file$/, 200)],
  [
    'downloads.at-once',
    'mixes files up',
    () => {
      const next = numbered();
      const first: Answer[] = [];
      return { wrong: on('GET', /file$/, (answer) => (first.push(answer), next() > 3 ? first[0] : answer)) };
    },
  ],
  ['covers.library', 'makes progressive JPEGs', says(on('GET', /thumbnail/, () => ({ body: jpeg({ frame: 0xc2 }) })))],
  [
    'covers.library',
    'says WebP',
    says(on('GET', /thumbnail/, (answer) => header(answer, 'content-type', 'image/webp'))),
  ],
  ['covers.sizes', 'has one size', says(on('GET', /thumbnail/, () => ({ body: jpeg({ width: 400, height: 600 }) })))],
  ['covers.grey', 'knows two words for grey', status('GET', /isGreyscale/, 404)],
  ['covers.no-size', 'breaks', status('GET', /abc\/def/, 500)],
  ['covers.unknown', 'breaks', status('GET', /thumbnail/, 500)],
  [
    'covers.cached',
    'sends it again',
    says(on('GET', /thumbnail/, ({ status: code }) => (code === 304 ? { status: 200, body: jpeg({}) } : {}))),
  ],
  [
    'covers.any-source',
    'leaves CMYK as it is',
    says(on('GET', /thumbnail/, () => ({ body: jpeg({ components: 4 }) }))),
  ],
  [
    'covers.any-source',
    'enlarges',
    says(on('GET', /thumbnail/, () => ({ body: jpeg({ width: 1264, height: 1680 }) }))),
  ],
];
