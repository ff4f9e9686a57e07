import { anOgg, anOpus, pngCover, type OggBuilder } from '@octavo/testing';
import { countedAccess } from '../../testing/counted-access.js';
import { draftOfAudio } from '../testing/draft-of-audio.js';
import { WindowedAccess } from '../windowed-access.js';
import { readOgg } from './ogg-file.js';

const emma = (book: OggBuilder) =>
  book.titled('Highbury').onAlbum('Emma').by('Jane Austen').withChapter('One', 0).withChapter('Two', 61.5).lasting(90);

describe('an Ogg', () => {
  it.each([
    ['Vorbis', anOgg(), 'x.ogg'],
    ['Opus', anOpus(), 'x.opus'],
    ['FLAC', anOgg().ofFlac(), 'x.oga'],
  ])('of %s gives all that it says of a book', async (_, book, name) => {
    const cover = pngCover({ width: 3000, height: 3000 });
    expect(await draftOfAudio(name, emma(book).withCover(cover))).toMatchObject({
      title: 'Emma',
      contributors: [{ name: 'Jane Austen', role: 'author' }],
      durationSec: 90,
      chapters: [
        { title: 'One', startSec: 0 },
        { title: 'Two', startSec: 61.5 },
      ],
      cover: { width: 3000 },
      warnings: [],
    });
  });

  it('is read behind a stream that is no audio', async () => {
    const skeleton = oggPage(3, 'fishead\0'.padEnd(64, '\0'));
    expect(await draftOfAudio('x.ogg', emma(anOgg()).chained(skeleton))).toMatchObject({
      title: 'Emma',
      durationSec: 90,
    });
  });

  it('to which another is chained does not say how long it plays', async () => {
    const short = anOgg().lasting(7).onSerial(8).build();
    const long = Buffer.concat([short, ...Array<Buffer>(5000).fill(oggPage(8, 'x'))]);
    for (const other of [short, long]) {
      const bytes = emma(anOgg()).chained(new Uint8Array(), other).build();
      expect(await draftOfAudio('x.ogg', bytes)).toMatchObject({ title: 'Emma', durationSec: undefined });
    }
  });

  it('with a large cover is read in few ranges', async () => {
    const noise = Buffer.alloc(3_000_000, 'noise');
    const source = countedAccess(emma(anOpus()).withCover(noise).build());
    expect((await readOgg(new WindowedAccess(source)))?.pictures[0]?.bytes).toHaveLength(3_000_000);
    expect(source.reads.length).toBeLessThanOrEqual(12);
  });

  it('that is cut off gives what comes before', async () => {
    const bytes = emma(anOgg()).build();
    expect(await draftOfAudio('x.ogg', bytes.subarray(0, -1100))).toMatchObject({ title: 'Emma' });
  });

  it('of empty pages alone ends', async () => {
    const bytes = Buffer.concat(Array<Buffer>(200_000).fill(oggPage(1, '')));
    await expect(draftOfAudio('x.ogg', bytes)).rejects.toMatchObject({ code: 'file.unreadable' });
  });
});

/** A page with one short packet; checksums are not looked at. */
function oggPage(serial: number, packet: string): Buffer {
  const head = Buffer.alloc(27);
  head.write('OggS');
  head.writeUInt32LE(serial, 14);
  head[26] = 1;
  return Buffer.concat([head, Buffer.from([packet.length]), Buffer.from(packet)]);
}
