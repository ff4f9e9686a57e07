import fc from 'fast-check';
import { coverImageId, parseCoverImageId } from './cover-image-id.js';
import { parseCoverRequest } from './cover-request.js';

const BOOK = '5b9f6f0e-7c0d-4a57-9d5b-2b7f0a7a1c11';

describe('the id of a cover', () => {
  it('names the book and the version of its cover', () => {
    const version = fc.stringMatching(/^[0-9a-z_]{1,32}$/);
    fc.assert(
      fc.property(fc.uuid(), version, (bookId, coverVersion) => {
        expect(parseCoverImageId(coverImageId(bookId, coverVersion))).toEqual({ bookId, version: coverVersion });
      }),
    );
  });

  it.each<[string, object | undefined]>([
    [BOOK, { bookId: BOOK }],
    [BOOK.toUpperCase(), { bookId: BOOK }],
    [`${BOOK}-`, undefined],
    [`${BOOK}-../../x`, undefined],
    ['0RDTATJQNHSQ0', undefined],
    ['', undefined],
  ])('%j', (text, expected) => {
    expect(parseCoverImageId(text)).toEqual(expected);
  });
});

describe('a request for a cover', () => {
  it.each<[string, object | undefined]>([
    ['x/thumbnail/355/530/80/False/image.jpg', { width: 355, height: 530, quality: 80, grey: false }],
    ['x/thumbnail/1264/1680/100/True/image.jpg', { width: 1264, height: 1680, quality: 100, grey: true }],
    ['x/thumbnail/60/90/false/image.jpg', { width: 60, height: 90, grey: false }],
    ['x/thumbnail/1264/1680/80/isGreyscale/image.jpg', { width: 1264, height: 1680, quality: 80, grey: false }],
    ['x/thumbnail/abc/def/80/False/image.jpg', { width: 149, height: 223, quality: 80, grey: false }],
    ['x/thumbnail/1/99999/500/False/image.jpg', { width: 16, height: 3000, quality: 100, grey: false }],
    ['x/thumbnail/-5/1e9/best/False/image.jpg', { width: 149, height: 223, grey: false }],
    ['x/thumbnail/355/530', undefined],
    ['x/thumbnail/355/530/image.jpg', undefined],
    ['x/file/355/530/False/image.jpg', undefined],
    ['/thumbnail/355/530/False/image.jpg', undefined],
    ['', undefined],
  ])('%s', (path, expected) => {
    expect(parseCoverRequest(path.split('/'))).toEqual(expected && { imageId: 'x', ...expected });
  });
});
