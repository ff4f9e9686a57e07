import { AudioBuilder, namedTexts } from './audio.builder.js';
import { latin1, uint, utf8 } from './bytes.js';
import { box, cover, fullBox, item, neroList } from './mp4-boxes.js';
import { track } from './mp4-track.js';

const NAMES = { title: '©nam', album: '©alb', author: 'aART', narrator: '©wrt', track: 'trkn', disc: 'disk' };
const AUDIO_CLOCK = 44_100;
const TEXT_CLOCK = 1000;
const AUDIO_SAMPLE = 200;

/**
 * A real MP4 audiobook in memory: `anM4b().titled('Emma').by('Jane Austen').build()`. The movie comes first, and
 * chapters are in Nero's list, unless asked otherwise.
 */
export function anM4b(): M4bBuilder {
  return new M4bBuilder();
}

export class M4bBuilder extends AudioBuilder {
  #brand = 'M4B ';
  #coding = 'mp4a';
  #audioFirst = false;
  #chaptersIn: ('list' | 'track')[] = ['list'];
  #apart = 0;
  #samples = 20;
  #bareMeta = false;

  branded(brand: string): this {
    this.#brand = brand;
    return this;
  }

  /** The name of the audio's samples: 'mp4a', 'aavd' for Audible's ciphertext. */
  codedAs(coding: string): this {
    this.#coding = coding;
    return this;
  }

  /** The movie box comes last, as a recorder leaves it. */
  audioFirst(): this {
    this.#audioFirst = true;
    return this;
  }

  /** Nero's list, QuickTime's track of texts, or both. */
  chaptersIn(...places: ('list' | 'track')[]): this {
    this.#chaptersIn = places;
    return this;
  }

  /** So many bytes stand before each title of the track. */
  chaptersApart(bytes: number): this {
    this.#apart = bytes;
    return this;
  }

  /** How many samples the audio has; each is a row of two tables. */
  withSamples(count: number): this {
    this.#samples = count;
    return this;
  }

  /** The list of tags as QuickTime writes it, without a version. */
  quickTimeTags(): this {
    this.#bareMeta = true;
    return this;
  }

  build(): Uint8Array {
    const type = box('ftyp', latin1(this.#brand), uint(4, 0), latin1('isom'));
    const titles = this.#chaptersIn.includes('track') ? this.plan.chapters.map(({ title }) => textSample(title)) : [];
    const gap = Buffer.alloc(this.#apart);
    const content = [...titles.flatMap((title) => [gap, title]), Buffer.alloc(this.#samples * AUDIO_SAMPLE)];
    const media = box('mdat', ...content);
    // Where things are does not change how long the movie is, so it is made once to be measured.
    const mediaAt = this.#audioFirst ? type.byteLength : type.byteLength + this.#movie(titles, 0).byteLength;
    const movie = this.#movie(titles, mediaAt + 8);
    return Buffer.concat(this.#audioFirst ? [type, media, movie] : [type, movie, media]);
  }

  #movie(titles: Buffer[], contentAt: number): Buffer {
    const { length } = this.plan;
    const header = fullBox('mvhd', uint(8, 0), uint(4, TEXT_CLOCK), uint(4, length * TEXT_CLOCK), Buffer.alloc(80));
    const texts = titles.length === 0 ? [] : [this.#titleTrack(titles, contentAt)];
    const audioAt = contentAt + titles.reduce((sum, { byteLength }) => sum + this.#apart + byteLength, 0);
    return box('moov', header, this.#audioTrack(audioAt, texts.length > 0), ...texts, this.#userData());
  }

  #audioTrack(at: number, hasTitles: boolean): Buffer {
    const count = this.#samples;
    const duration = this.plan.length * AUDIO_CLOCK;
    return track({
      id: 1,
      handler: 'soun',
      coding: this.#coding,
      timescale: AUDIO_CLOCK,
      duration,
      samples: Array.from({ length: count }, () => ({ size: AUDIO_SAMPLE, duration: Math.floor(duration / count) })),
      offsets: Array.from({ length: count }, (_, sample) => at + sample * AUDIO_SAMPLE),
      chapterTrack: hasTitles ? 2 : undefined,
    });
  }

  #titleTrack(titles: Buffer[], at: number): Buffer {
    const { chapters, length } = this.plan;
    const ends = [...chapters.slice(1).map(({ startSec }) => startSec), length];
    let offset = at;
    return track({
      id: 2,
      handler: 'text',
      coding: 'text',
      timescale: TEXT_CLOCK,
      duration: length * TEXT_CLOCK,
      samples: titles.map(({ byteLength }, index) => ({
        size: byteLength,
        duration: ((ends[index] ?? length) - (chapters[index]?.startSec ?? 0)) * TEXT_CLOCK,
      })),
      offsets: titles.map(({ byteLength }) => (offset += this.#apart + byteLength) - byteLength),
    });
  }

  #userData(): Buffer {
    const { plan } = this;
    const items = namedTexts(plan, NAMES).map(([name, value]) => item(name, value));
    const covers = plan.cover === undefined ? [] : [cover(plan.cover)];
    const handler = fullBox('hdlr', uint(4, 0), latin1('mdirappl'), Buffer.alloc(9));
    const tags = [handler, box('ilst', ...items, ...covers)];
    const chapters = this.#chaptersIn.includes('list') && plan.chapters.length > 0 ? [neroList(plan.chapters)] : [];
    return box('udta', this.#bareMeta ? box('meta', ...tags) : fullBox('meta', ...tags), ...chapters);
  }
}

function textSample(title: string): Buffer {
  const text = utf8(title);
  return Buffer.concat([uint(2, text.byteLength), text]);
}
