import { bytesAccess, type BookDraft } from '@octavo/domain';
import { aMobi, jpegCover, pngCover, type MobiBuilder } from '@octavo/testing';
import { readBook } from '../readers.js';

const COVER = pngCover({ width: 300, height: 450, seed: 1 });
const OTHER = pngCover({ width: 200, height: 300, seed: 2 });

async function draftOf(book: MobiBuilder, name = 'book.mobi'): Promise<BookDraft> {
  return (await readBook(bytesAccess(book.build()), name)).draft;
}

describe('the cover of a Kindle book', () => {
  const sizeOf = ({ cover }: BookDraft) => (cover === undefined ? 'none' : `${cover.width}x${cover.height}`);

  it.each([
    ['the number of its image', aMobi().withImage(OTHER).withCover(COVER)],
    ['its address, in KF8', aMobi().kf8().withImage(OTHER).withCover(COVER, 'address')],
    ['the number before the address', aMobi().withImage(OTHER).withCover(COVER).withExth(129, 'kindle:embed:0001')],
    ['the number in a joint file', aMobi().joint().withImage(OTHER).withCover(COVER)],
  ])('is found by %s', async (_, book) => {
    const draft = await draftOf(book, 'a.azw');
    expect(sizeOf(draft)).toBe('300x450');
    expect(draft.warnings).toEqual([]);
  });

  it('is found by an address of more than one digit', async () => {
    const book = aMobi();
    for (let image = 0; image < 40; image++) book.withImage(OTHER);
    expect(sizeOf(await draftOf(book.withCover(COVER, 'address')))).toBe('300x450');
  });

  it.each([
    ['0xFFFFFFFF', aMobi().withImage(OTHER).withExth(201, 0xffffffff)],
    ['an address of nothing', aMobi().withImage(OTHER).withExth(129, 'kindle:embed:0000')],
    ['an address that is none', aMobi().withImage(OTHER).withExth(129, 'cover.jpg')],
    ['a number, but there are no images', aMobi().withExth(201, 0)],
  ])('is none, and nothing is wrong, where the header has %s', async (_, book) => {
    const draft = await draftOf(book);
    expect(sizeOf(draft)).toBe('none');
    expect(draft.warnings).toEqual([]);
  });

  it.each([
    ['is no picture', aMobi().withImage(Buffer.from('<html/>')).withExth(201, 0), /is no JPEG/],
    ['is not there', aMobi().withImage(OTHER).withExth(201, 500), /cannot be read/],
    ['is too small', aMobi().withCover(pngCover({ width: 60, height: 90 })), /60 by 90/],
  ])('that %s is warned of, and the address is tried', async (_, book, warning) => {
    const draft = await draftOf(book.withCover(COVER, 'address'));
    expect(sizeOf(draft)).toBe('300x450');
    expect(draft.warnings).toEqual([expect.stringMatching(warning)]);
  });

  it('may be a JPEG', async () => {
    const cover = await jpegCover({ width: 320, height: 480 });
    expect((await draftOf(aMobi().withCover(cover))).cover).toMatchObject({ mediaType: 'image/jpeg', width: 320 });
  });
});
