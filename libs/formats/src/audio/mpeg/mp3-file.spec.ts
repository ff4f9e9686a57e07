import { DomainError } from '@octavo/domain';
import { anMp3 } from '@octavo/testing';
import { countedAccess } from '../../testing/counted-access.js';
import { draftOfAudio } from '../testing/draft-of-audio.js';
import { WindowedAccess } from '../windowed-access.js';
import { readMp3 } from './mp3-file.js';

const near = (seconds: number): unknown => expect.closeTo(seconds, 0);

describe('an MP3', () => {
  it.each([
    ["LAME's note for one bitrate", anMp3().counted('Info'), near(60)],
    ["LAME's note for many", anMp3().counted('Xing').ofBitrates(32, 320, 64), near(60)],
    ["Fraunhofer's note", anMp3().counted('VBRI').ofBitrates(32, 320, 64), near(60)],
    ['its bitrate', anMp3().counted(undefined).ofBitrates(128), near(60)],
    ['nothing where its bitrate varies and nobody noted it', anMp3().counted(undefined).ofBitrates(32, 320), undefined],
  ])('tells how long it plays by %s', async (_, book, expected) => {
    expect((await draftOfAudio('x.mp3', book.titled('Emma').lasting(60))).durationSec).toEqual(expected);
  });

  it('does not believe a note of more frames than it has bytes for', async () => {
    const bytes = Buffer.from(anMp3().titled('Emma').build());
    bytes.writeUInt32BE(50_000, bytes.indexOf('Info') + 8);
    expect((await draftOfAudio('x.mp3', bytes)).durationSec).toBeUndefined();
  });

  it('does not take what follows its audio for audio', async () => {
    const bytes = Buffer.concat([anMp3().titled('Emma').counted(undefined).build(), Buffer.alloc(500_000)]);
    expect((await draftOfAudio('x.mp3', bytes)).durationSec).toBeUndefined();
  });

  it('of a moment is as long as its bitrate says', async () => {
    const short = anMp3().titled('Emma').counted(undefined).ofBitrates(320).lasting(0.2);
    expect((await draftOfAudio('x.mp3', short)).durationSec).toBeCloseTo(0.2, 1);
  });

  it('is read in few ranges, and never as a whole', async () => {
    const bytes = anMp3().titled('Emma').counted(undefined).ofBitrates(128).lasting(600).withCover().build();
    const source = countedAccess(bytes);
    expect((await readMp3(new WindowedAccess(source)))?.durationSec).toEqual(expect.closeTo(600, -1));
    expect(source.reads.length).toBeLessThanOrEqual(5);
    expect(source.reads.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(400_000);
    expect(bytes.byteLength).toBeGreaterThan(9_000_000);
  });

  it('without tags is one, with a name of its own nowhere', async () => {
    expect(await draftOfAudio('x.mp3', anMp3().lasting(10))).toMatchObject({
      title: undefined,
      durationSec: near(10),
      warnings: ['The file does not name its title.'],
    });
  });

  it.each([
    ['zeros', Buffer.alloc(200_000)],
    ['ones', Buffer.alloc(2_000_000, 0xff)],
    [
      'headers of frames that do not follow each other',
      Buffer.alloc(2_000_000, Buffer.from([0xff, 0xfb, 0x10, 0xc4, 0])),
    ],
  ])('is not found in %s', async (_, bytes) => {
    const read = draftOfAudio('x.mp3', bytes);
    await expect(read).rejects.toBeInstanceOf(DomainError);
    await expect(read).rejects.toMatchObject({ code: 'file.unreadable' });
  });
});
