import { DAV_STYLES, writtenListing, type DavTree } from '@octavo/testing';
import fc from 'fast-check';
import { DavError } from './dav-error.js';
import { KnownShapes } from './known-shapes.js';
import { MultistatusParser } from './multistatus-parser.js';
import { MultistatusReader } from './multistatus-reader.js';

const RUNS = 500;

type Reading = Pick<MultistatusParser, 'write' | 'close' | 'take' | 'syncToken'>;

/** All that was read, and what went wrong then. */
function outcomeOf(reading: Reading, chunks: readonly string[]) {
  const entries = [];
  try {
    for (const chunk of chunks) {
      reading.write(chunk);
      entries.push(...reading.take());
    }
    reading.close();
    entries.push(...reading.take());
  } catch (error) {
    if (!(error instanceof DavError)) throw error;
    return { reason: error.reason, passing: error.passing, entries };
  }
  return { entries, syncToken: reading.syncToken };
}

/** The same; where it goes wrong, the reader may have come farther in the chunk. */
function expectAlike(read: ReturnType<typeof outcomeOf>, parsed: ReturnType<typeof outcomeOf>): void {
  const entries = 'reason' in parsed ? read.entries.slice(0, parsed.entries.length) : read.entries;
  expect({ ...read, entries }).toEqual(parsed);
}

/** The parser alone. */
function parsed(chunks: readonly string[]) {
  const parser = new MultistatusParser();
  const write = (chunk: string) => {
    parser.write(chunk);
    parser.assertTags();
  };
  const reading = { write, close: () => parser.close(), take: () => parser.take() };
  return outcomeOf(
    {
      ...reading,
      get syncToken() {
        return parser.syncToken;
      },
    },
    chunks,
  );
}

const read = (chunks: readonly string[], shapes = new KnownShapes()) =>
  outcomeOf(new MultistatusReader(shapes), chunks);

/** Apache binds its prefixes anew in each response. */
const inApachesHand = (text: string) =>
  text.replace(/ xmlns:lp1="DAV:"/, '').replaceAll('<D:response>', '<D:response xmlns:lp1="DAV:" xmlns:g0="DAV:">');

const styles = fc.constantFrom(...Object.values(DAV_STYLES));
const hands = fc.constantFrom(
  (text: string) => text,
  inApachesHand,
  (text: string) => text.replaceAll('\n', ''),
  (text: string) => text.replaceAll('\n', '\r\n'),
  (text: string) => text.replace('version="1.0"', 'version="1.1"'),
  (text: string) => text.replace('<?xml version="1.0" encoding="utf-8"?>\n', ''),
);
const tree = fc.dictionary(
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((one) => !/[/\0\ue000-\uf8ff]/.test(one) && one.isWellFormed()),
  fc.oneof({ arbitrary: fc.constant<DavTree | string>('x'), weight: 3 }, fc.constant<DavTree | string>({})),
  { minKeys: 1, maxKeys: 12 },
);
const answer = fc.tuple(tree, styles, hands).map(([tree, style, hand]) => hand(writtenListing(tree, style)));

/** What a reader can trip over. */
const STONES = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    ']',
    ']]>',
    '/',
    '\r',
    '\r\n',
    '\t',
    '\0',
    '\x01',
    '\x85',
    '\u2028',
    '\ufffe',
    '\ud83d',
    '📚',
    'é',
  ],
  ...[
    '&amp;',
    '&quot;',
    '&#65;',
    '&#x1F4DA;',
    '&nbsp;',
    '&',
    '&amp',
    '<!---->',
    '<!-- > response> -->',
    '<!-- </D:response> ',
    '-->',
  ],
  ...[
    '<![CDATA[',
    '<![CDATA[<x>response>]]>',
    '<?x response>?>',
    '<!DOCTYPE x>',
    '<?xml version="1.0"?>',
    '<x/>',
    '<x>',
    '</x>',
  ],
  ...[' xmlns="DAV:"', ' xmlns="urn:x"', ' xmlns:D="urn:x"', ' xmlns:lp1="urn:x"', ' a="response>"', ' a="1" a="2"'],
  ...[
    '<D:response>',
    '</D:response>',
    '<D:response/>',
    '<D:response />',
    '</D:response >',
    '<D:href>/other</D:href>',
    '</D:multistatus>',
  ],
  ...[
    '<D:sync-token>urn:1</D:sync-token>',
    '<D:status>HTTP/1.1 507 Full</D:status>',
    'HTTP/1.1 404 Not Found',
    '425',
    '200 OK',
  ],
  ...[
    '<D:response><D:href>/dav/y</D:href></D:response>',
    '<D:getetag>"again"</D:getetag>',
    'octavo',
    'x'.repeat(5_000),
    'x'.repeat(9_000),
  ],
];

/** What whole responses can be hidden in. */
const WRAPS = [
  ['<!--', '-->'],
  ['<!-- response>', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?x ', '?>'],
  ['<x>', '</x>'],
  ['<x xmlns="urn:x" xmlns:D="urn:x">', '</x>'],
  ['<D:response>', '</D:response>'],
  ['<D:x a="response>">', '</D:x>'],
] as const;

type Change = (text: string, at: number) => string;

/** After the tag before which the place lies. */
const afterTag = (text: string, at: number) => text.indexOf('>', at) + 1 || text.length;
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(...STONES).map(
    (stone): Change =>
      (text, at) =>
        `${text.slice(0, at)}${stone}${text.slice(at)}`,
  ),
  fc.constantFrom(...STONES).map(
    (stone): Change =>
      (text, at) =>
        `${text.slice(0, at)}${stone}${text.slice(at + 1)}`,
  ),
  fc.nat(40).map(
    (length): Change =>
      (text, at) =>
        `${text.slice(0, at)}${text.slice(at + length)}`,
  ),
  fc.nat(400).map(
    (length): Change =>
      (text, at) =>
        `${text.slice(0, at + length)}${text.slice(at)}`,
  ),
  fc.constant<Change>((text, at) => text.slice(0, at)),
  fc.constantFrom('D:', 'd:', 'lp1:', 'g0:', 'x:', '').map(
    (prefix): Change =>
      (text, at) =>
        `${text.slice(0, at)}${text.slice(at).replace(/(?<=<\/?)\w+:/, prefix)}`,
  ),
  fc.tuple(fc.constantFrom(...WRAPS), fc.nat(2_000)).map(([[begin, end], length]): Change => (text, at) => {
    const [from, to] = [afterTag(text, at), afterTag(text, at + length)];
    return `${text.slice(0, from)}${begin}${text.slice(from, to)}${end}${text.slice(to)}`;
  }),
  // Between tags, where most stones are harmless.
  fc.constantFrom(...STONES).map(
    (stone): Change =>
      (text, at) =>
        `${text.slice(0, at)}${text.slice(at).replace('>', `>${stone}`)}`,
  ),
  fc.constantFrom(...STONES).map(
    (stone): Change =>
      (text, at) =>
        `${text.slice(0, at)}${text.slice(at).replace(/>[^<>\n]+</, `>${stone}<`)}`,
  ),
);

const place = fc.double({ min: 0, max: 1, noNaN: true });
const placeIn = (text: string, place: number) => Math.floor(place * text.length);

/** The text with each change at its place. */
const changed = (text: string, all: readonly (readonly [Change, number])[]) =>
  all.reduce((now, [change, place]) => change(now, placeIn(now, place)), text);

function inChunks(text: string, places: readonly number[]): string[] {
  const cuts = [0, ...places.map((place) => placeIn(text, place)).sort((one, other) => one - other), text.length];
  return cuts.slice(1).map((cut, at) => text.slice(cuts[at], cut));
}

describe('an answer whose responses are alike', () => {
  it.each(Object.entries(DAV_STYLES))(
    'is read as the parser reads it, mostly without it, in the style of %s',
    (_, style) => {
      const tree = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`Tom & Jerry ${at}.epub`, `${at}`]));
      const text = writtenListing(tree, style);
      const expected = parsed([text]);
      const write = jest.spyOn(MultistatusParser.prototype, 'write');
      const shapes = new KnownShapes();
      expectAlike(read([text], shapes), expected);
      write.mockClear();
      expectAlike(read([text], shapes), expected);
      const given = write.mock.calls.map(([chunk]) => chunk).join('');
      write.mockRestore();
      expect('entries' in expected && expected.entries).toHaveLength(101);
      expect(given.length).toBeLessThan(text.length / 20);
    },
  );

  it('is read as the parser reads it, in whatever chunks it comes and whatever was done to it', () => {
    const all = fc.array(fc.tuple(changes, place), { maxLength: 4 });
    fc.assert(
      fc.property(answer, all, fc.array(place, { maxLength: 6 }), (text, all, places) => {
        const shapes = new KnownShapes();
        expectAlike(read([text], shapes), parsed([text]));
        const chunks = inChunks(changed(text, all), places);
        expectAlike(read(chunks, shapes), parsed(chunks));
        expectAlike(read(chunks), parsed(chunks));
      }),
      { numRuns: RUNS },
    );
  });

  it('ends where it ends, whatever comes after that', () => {
    const after = fc.array(fc.constantFrom(...STONES, '', '\n', ' '), { maxLength: 3 });
    fc.assert(
      fc.property(answer, answer, after, fc.array(place, { maxLength: 2 }), (text, other, after, places) => {
        const shapes = new KnownShapes();
        for (const one of [text, other]) expectAlike(read([one], shapes), parsed([one]));
        for (const one of [text, other]) {
          const chunks = [...inChunks(one, places), ...after];
          expectAlike(read(chunks, shapes), parsed(chunks));
        }
        const cut = [text.slice(0, text.lastIndexOf('<'))];
        expectAlike(read(cut, shapes), parsed(cut));
      }),
      { numRuns: RUNS },
    );
  });
});
