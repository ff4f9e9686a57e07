import { bytesAccess, DomainError } from '@octavo/domain';
import { anEpub, aPdf, pngCover } from '@octavo/testing';
import { ReadingRoom } from './reading-room.js';

const emma = anEpub().titled('Emma').by('Jane Austen').withCover(pngCover()).build();

describe('a reading room', () => {
  let room: ReadingRoom;
  beforeAll(() => {
    room = new ReadingRoom({ seats: 2 });
  });
  afterAll(() => room.close());

  it('reads a book apart, cover and all', async () => {
    const { format, draft } = await room.read(bytesAccess(emma), 'Emma.epub');
    expect([format, draft.title, draft.cover?.mediaType]).toEqual(['epub', 'Emma', 'image/png']);
    expect(Buffer.from(draft.cover!.bytes).equals(Buffer.from(pngCover()))).toBe(true);
  });

  it('reads many at once, each its own', async () => {
    const titles = Array.from({ length: 12 }, (_, n) => `Book ${n}`);
    const read = await Promise.all(
      titles.map((title) => room.read(bytesAccess(anEpub().titled(title).build()), 'x.epub')),
    );
    expect(read.map(({ draft }) => draft.title)).toEqual(titles);
  });

  it('gives the problem of a file as its reader does', async () => {
    await expect(room.read(bytesAccess(emma.subarray(0, 500)), 'x.epub')).rejects.toMatchObject({
      name: 'DomainError',
      code: 'file.unreadable',
    });
    await expect(room.read(bytesAccess(Buffer.from('x')), 'x.txt')).rejects.toMatchObject({
      code: 'format.unsupported',
    });
  });

  it('lets a failure of the source through as it was, and reads on afterwards', async () => {
    const failure = new DomainError('file.vanished', 'gone');
    const source = { size: 1_000, read: () => Promise.reject(failure) };
    await expect(room.read(source, 'x.epub')).rejects.toBe(failure);
    expect((await room.read(bytesAccess(emma), 'Emma.epub')).draft.title).toBe('Emma');
  });
});

/** A first page that is 220 KB packed, and drawing it takes most of a minute and hundreds of megabytes. */
const endless = () =>
  bytesAccess(
    aPdf()
      .titled('Endless')
      .withPage({ packed: true, content: '0 0 m 9 9 l S\n'.repeat(8_000_000) })
      .build(),
  );

describe('a reader that does not come to an end', () => {
  it('is cut off after its time; whoever reads beside it, or next, does not notice', async () => {
    const room = new ReadingRoom({ seats: 2, workMs: 15_000, bytesMb: 2_000, heapMb: 2_000 });
    await Promise.all([room.read(bytesAccess(emma), 'a.epub'), room.read(bytesAccess(emma), 'b.epub')]);
    const stuck = room.read(endless(), 'Endless.pdf').catch((error: unknown) => error);
    expect((await room.read(bytesAccess(emma), 'Emma.epub')).draft.title).toBe('Emma');
    expect(await stuck).toMatchObject({ code: 'file.too-hard', detail: expect.stringContaining('time') });
    expect((await room.read(bytesAccess(emma), 'Emma.epub')).draft.title).toBe('Emma');
    await room.close();
  }, 180_000);

  it('is cut off when it takes more memory than a book may, and the next book is read', async () => {
    const room = new ReadingRoom({ seats: 1, workMs: 60_000, heapMb: 64, bytesMb: 96 });
    await expect(room.read(endless(), 'Endless.pdf')).rejects.toMatchObject({
      code: 'file.too-hard',
      detail: expect.stringContaining('memory'),
    });
    expect((await room.read(bytesAccess(emma), 'Emma.epub')).draft.title).toBe('Emma');
    await room.close();
  }, 180_000);

  it('is not charged for the time of its source', async () => {
    const room = new ReadingRoom({ seats: 1, workMs: 5_000 });
    const slow = {
      size: emma.byteLength,
      read: async (offset: number, length: number) => {
        await new Promise((resolve) => setTimeout(resolve, 2_500));
        return emma.subarray(offset, offset + length);
      },
    };
    await room.read(bytesAccess(emma), 'warm.epub');
    expect((await room.read(slow, 'Emma.epub')).draft.title).toBe('Emma');
    await room.close();
  }, 180_000);
});
