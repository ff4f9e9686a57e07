import { pngCover } from '../cover.builder.js';

export interface AudioPlan {
  title?: string;
  album?: string;
  authors: string[];
  narrators: string[];
  track?: { number: number; of?: number };
  disc?: number;
  /** Under the names the format has for them, or a free name. */
  tags: [name: string, value: string][];
  chapters: { title: string; startSec: number }[];
  cover?: Uint8Array;
  /** In seconds. */
  length: number;
}

/** What all audio files can be told; each format writes it in its own way. Silent, five seconds long, without tags. */
export abstract class AudioBuilder {
  protected readonly plan: AudioPlan = { authors: [], narrators: [], tags: [], chapters: [], length: 5 };

  abstract build(): Uint8Array;

  titled(title: string): this {
    this.plan.title = title;
    return this;
  }

  onAlbum(album: string): this {
    this.plan.album = album;
    return this;
  }

  /** As album artists. */
  by(...authors: string[]): this {
    this.plan.authors.push(...authors);
    return this;
  }

  /** As composers, where most taggers put them. */
  readBy(...narrators: string[]): this {
    this.plan.narrators.push(...narrators);
    return this;
  }

  track(number: number, of?: number): this {
    this.plan.track = { number, of };
    return this;
  }

  disc(number: number): this {
    this.plan.disc = number;
    return this;
  }

  /** Any other tag, by the name the format has for it; what is no name of the format becomes a free one. */
  tagged(name: string, value: string): this {
    this.plan.tags.push([name, value]);
    return this;
  }

  withChapter(title: string, startSec: number): this {
    this.plan.chapters.push({ title, startSec });
    return this;
  }

  /** Without bytes, a small PNG. */
  withCover(bytes: Uint8Array = pngCover()): this {
    this.plan.cover = bytes;
    return this;
  }

  lasting(seconds: number): this {
    this.plan.length = seconds;
    return this;
  }
}

/** The texts of a plan under the names one format has for them. */
export function namedTexts(
  plan: AudioPlan,
  names: Record<'title' | 'album' | 'author' | 'narrator' | 'track' | 'disc', string>,
): [name: string, value: string][] {
  const { title, album, track, disc } = plan;
  const counted = track?.of === undefined ? track?.number : `${track.number}/${track.of}`;
  const texts: [string, string | number | undefined][] = [
    [names.title, title],
    [names.album, album],
    ...plan.authors.map((name): [string, string] => [names.author, name]),
    ...plan.narrators.map((name): [string, string] => [names.narrator, name]),
    [names.track, counted],
    [names.disc, disc],
    ...plan.tags,
  ];
  return texts.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
}
