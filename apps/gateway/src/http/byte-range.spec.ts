import { byteRange } from './byte-range.js';
import { disposition } from './send-file.js';

const ETAG = '"a"';
const range = (header: string | undefined, size = 100, ifRange?: string) => byteRange(header, ifRange, ETAG, size);

describe('a range of bytes', () => {
  it.each([
    ['bytes=0-9', { kind: 'part', start: 0, end: 9 }],
    ['bytes=90-', { kind: 'part', start: 90, end: 99 }],
    ['bytes=90-200', { kind: 'part', start: 90, end: 99 }],
    ['bytes=-5', { kind: 'part', start: 95, end: 99 }],
    ['bytes=-500', { kind: 'part', start: 0, end: 99 }],
    ['bytes=100-', { kind: 'unsatisfiable' }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=9-1', { kind: 'whole' }],
    ['bytes=0-1,3-4', { kind: 'whole' }],
    ['bytes=-', { kind: 'whole' }],
    ['pages=1-2', { kind: 'whole' }],
    ['nonsense', { kind: 'whole' }],
    [undefined, { kind: 'whole' }],
  ])('%s', (header, expected) => expect(range(header)).toEqual(expected));

  it('counts only for the file the client knows', () => {
    expect(range('bytes=0-9', 100, '"a"')).toMatchObject({ kind: 'part' });
    expect(range('bytes=0-9', 100, '"b"')).toEqual({ kind: 'whole' });
    expect(range('bytes=0-9', 100, 'Sat, 21 Nov 2026 00:00:00 GMT')).toEqual({ kind: 'whole' });
  });
});

describe('the name a download gets', () => {
  it.each([
    ['Emma.epub', `attachment; filename="Emma.epub"; filename*=UTF-8''Emma.epub`],
    ['Émile "2".epub', `attachment; filename="Emile _2_.epub"; filename*=UTF-8''%C3%89mile%20%222%22.epub`],
    ['草枕.epub', `attachment; filename=".epub"; filename*=UTF-8''%E8%8D%89%E6%9E%95.epub`],
    ["it's\r\nX: y.epub", `attachment; filename="it'sX: y.epub"; filename*=UTF-8''it%27s%0D%0AX%3A%20y.epub`],
  ])('%j', (name, header) => expect(disposition(name)).toBe(header));
});
