import { bytesAccess, DomainError } from '@octavo/domain';
import { anEpub, pngCover } from '@octavo/testing';
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

describe('a reader that does not come to an end', () => {
  /** A source that gives what makes the honest reader ask again and again costs no time of the reader's own. */
  it('is cut off after its time, without a wait for whoever reads beside it', async () => {
    const room = new ReadingRoom({ seats: 2, workMs: 1 });
    const large = anEpub().titled('Large').withChapters(200, 200).build();
    await expect(room.read(bytesAccess(large), 'Large.epub')).rejects.toMatchObject({ code: 'file.too-hard' });
    await room.close();
  });

  it('is not charged for the time of its source', async () => {
    const room = new ReadingRoom({ seats: 1, workMs: 20_000 });
    await room.read(bytesAccess(emma), 'warm.epub');
    const quick = new ReadingRoom({ seats: 1, workMs: 20_000 });
    const slow = {
      size: emma.byteLength,
      read: async (offset: number, length: number) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        return emma.subarray(offset, offset + length);
      },
    };
    expect((await quick.read(slow, 'Emma.epub')).draft.title).toBe('Emma');
    await Promise.all([room.close(), quick.close()]);
  });

  it('is cut off when it takes more memory than a book may, and the next book is read', async () => {
    const room = new ReadingRoom({ seats: 1, heapMb: 48, bytesMb: 48 });
    const crowded = anEpub()
      .titled('Crowded')
      .withOpf(
        `<package xmlns="http://www.idpf.org/2007/opf"><metadata>${'<meta name="a" content="b"/>'.repeat(90_000)}</metadata><manifest/><spine/></package>`,
      );
    const outcome = await room.read(bytesAccess(crowded.build()), 'Crowded.epub').catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toMatchObject({ name: 'DomainError' });
    expect((await room.read(bytesAccess(emma), 'Emma.epub')).draft.title).toBe('Emma');
    await room.close();
  });
});
