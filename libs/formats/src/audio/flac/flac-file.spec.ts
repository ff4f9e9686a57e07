import { aFlac } from '@octavo/testing';
import { countedAccess } from '../../testing/counted-access.js';
import { draftOfAudio } from '../testing/draft-of-audio.js';
import { WindowedAccess } from '../windowed-access.js';
import { readFlac } from './flac-file.js';

const emma = () => aFlac().titled('Highbury').onAlbum('Emma').by('Jane Austen').readBy('Juliet Stevenson');

describe('a FLAC', () => {
  it('gives all that it says of a book', async () => {
    const book = emma().tagged('series', 'Novels').tagged('Series Part', '4').track(3).disc(2).lasting(90).withCover();
    expect(await draftOfAudio('x.flac', book.withChapter('One', 0).withChapter('Two', 61.5))).toMatchObject({
      title: 'Emma',
      contributors: [
        { name: 'Jane Austen', role: 'author' },
        { name: 'Juliet Stevenson', role: 'narrator' },
      ],
      series: [{ name: 'Novels', number: '4' }],
      track: { disc: 2, number: 3 },
      durationSec: 90,
      chapters: [
        { title: 'One', startSec: 0 },
        { title: 'Two', startSec: 61.5 },
      ],
      cover: { mediaType: 'image/png' },
      warnings: [],
    });
  });

  it('that claims more comments than it has gives those it has', async () => {
    const bytes = Buffer.from(emma().build());
    bytes.writeUInt32LE(0xffff_ffff, bytes.indexOf('Octavo') + 6);
    expect((await draftOfAudio('x.flac', bytes)).title).toBe('Emma');
  });

  it('does not give the half of a comment or a picture', async () => {
    const bytes = Buffer.from(emma().withCover().build());
    const title = bytes.indexOf('ALBUMARTIST');
    expect((await draftOfAudio('x.flac', bytes.subarray(0, title + 15))).contributors).toEqual([]);
    const picture = bytes.indexOf('image/png');
    expect((await draftOfAudio('x.flac', bytes.subarray(0, picture + 100))).cover).toBeUndefined();
  });

  it('of empty blocks alone is soon given up', async () => {
    const source = countedAccess(
      Buffer.concat([Buffer.from('fLaC'), Buffer.alloc(4_000_000, Buffer.from([1, 0, 0, 0]))]),
    );
    expect(await readFlac(new WindowedAccess(source))).toBeUndefined();
    expect(source.reads.length).toBe(1);
  });

  it('whose length nobody knew has none', async () => {
    expect((await draftOfAudio('x.flac', emma().lasting(0))).durationSec).toBeUndefined();
  });
});
