import { parseBuffer, type IAudioMetadata } from 'music-metadata';
import type { AudioBuilder } from './audio.builder.js';
import { aFlac } from './flac.builder.js';
import { anM4b } from './m4b.builder.js';
import { anMp3 } from './mp3.builder.js';
import { anOgg, anOpus } from './ogg.builder.js';

/** A reader that is not ours: what it finds was really written. */
function independently(builder: AudioBuilder, type: string): Promise<IAudioMetadata> {
  return parseBuffer(builder.build(), type, { duration: true, includeChapters: true });
}

const told = <B extends AudioBuilder>(builder: B): B =>
  builder
    .titled('Chapter 1')
    .onAlbum('Emma – a novel')
    .by('Jane Austen')
    .readBy('Juliet Stevenson')
    .track(3, 12)
    .disc(2)
    .withCover()
    .lasting(6);

describe('an audio file from a builder', () => {
  it.each([
    ['an M4B', told(anM4b()), 'audio/mp4'],
    ['an M4B with its movie at the end', told(anM4b().audioFirst()), 'audio/mp4'],
    ['an MP3 of version 2.2', told(anMp3().version(2)), 'audio/mpeg'],
    ['an MP3 of version 2.3', told(anMp3()), 'audio/mpeg'],
    ['an MP3 of version 2.4', told(anMp3().version(4).counted(undefined)), 'audio/mpeg'],
    ['a FLAC', told(aFlac()), 'audio/flac'],
    ['an Ogg', told(anOgg()), 'audio/ogg'],
    ['an Opus', told(anOpus()), 'audio/ogg'],
  ])('is read by others: %s', async (_, builder, type) => {
    const { common, format } = await independently(builder, type);
    expect(common).toMatchObject({
      title: 'Chapter 1',
      album: 'Emma – a novel',
      albumartist: 'Jane Austen',
      composer: ['Juliet Stevenson'],
      track: { no: 3 },
      disk: { no: 2 },
    });
    expect(common.picture?.[0]?.data.byteLength).toBeGreaterThan(100);
    expect(format.duration).toBeCloseTo(6, 0);
  });

  it.each([
    ['in a list', anM4b(), 'audio/mp4'],
    ['in a track', anM4b().chaptersIn('track'), 'audio/mp4'],
    ['in a track behind the audio', anM4b().chaptersIn('track').audioFirst(), 'audio/mp4'],
    ['in frames', anMp3(), 'audio/mpeg'],
  ])('has its chapters %s', async (_, builder, type) => {
    const { format } = await independently(builder.withChapter('One', 0).withChapter('Zwölf', 2.5), type);
    const inSeconds = (start: number, scale = 1) => start / scale;
    expect(format.chapters?.map(({ title, start, timeScale }) => [title, inSeconds(start, timeScale)])).toEqual([
      ['One', 0],
      ['Zwölf', 2.5],
    ]);
  });

  it('plays as long as it was told, as FLAC in an Ogg, whose tags others do not read', async () => {
    const { format } = await independently(told(anOgg().ofFlac()), 'audio/ogg');
    expect(format).toMatchObject({ codec: 'FLAC', duration: 6 });
  });

  it('is the same for the same calls', () => {
    expect(Buffer.compare(told(anM4b()).build(), told(anM4b()).build())).toBe(0);
  });
});
