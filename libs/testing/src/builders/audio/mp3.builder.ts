import { AudioBuilder, namedTexts } from './audio.builder.js';
import { latin1 } from './bytes.js';
import { chapterFrames, pictureFrame, tag, textFrame, type Id3Form } from './id3-frames.js';
import { countFrame, framesFor, silentFrame } from './mpeg-frames.js';

const NAMES = { title: 'TIT2', album: 'TALB', author: 'TPE2', narrator: 'TCOM', track: 'TRCK', disc: 'TPOS' };
const FRONT = 3;
const OTHER = 0;

/** A real MP3 in memory, with a tag of version 2.3 and a count of frames unless asked otherwise. */
export function anMp3(): Mp3Builder {
  return new Mp3Builder();
}

export class Mp3Builder extends AudioBuilder {
  readonly #form: Id3Form = { version: 3, unsynchronised: false, plainSizes: false };
  #padding = 100;
  #counted: 'Info' | 'Xing' | 'VBRI' | undefined = 'Info';
  #bitrates = [32];
  #picture: Uint8Array | undefined;
  #frames: Uint8Array[] = [];
  #old: { title: string; artist: string } | undefined;

  version(version: 2 | 3 | 4): this {
    this.#form.version = version;
    return this;
  }

  unsynchronised(): this {
    this.#form.unsynchronised = true;
    return this;
  }

  /** As iTunes wrote 2.4. */
  plainSizes(): this {
    this.#form.plainSizes = true;
    return this;
  }

  padded(bytes: number): this {
    this.#padding = bytes;
    return this;
  }

  /** A picture that is not called the front cover, before that one. */
  withPicture(bytes: Uint8Array): this {
    this.#picture = bytes;
    return this;
  }

  /** Any frame, as it is, before all others. */
  withFrame(frame: Uint8Array): this {
    this.#frames.push(frame);
    return this;
  }

  /** Which encoder's note of the number of frames comes first; none where undefined. */
  counted(kind: 'Info' | 'Xing' | 'VBRI' | undefined): this {
    this.#counted = kind;
    return this;
  }

  /** In kilobits a second; of several, each holds for as long as the others. */
  ofBitrates(...kilobits: number[]): this {
    this.#bitrates = kilobits;
    return this;
  }

  /** The tag of version 1, at the end. */
  withOldTag(title: string, artist: string): this {
    this.#old = { title, artist };
    return this;
  }

  build(): Uint8Array {
    const frames = this.#tagFrames();
    const head = frames.length === 0 ? [] : [tag(this.#form, frames, this.#padding)];
    const perRate = Math.ceil(framesFor(this.plan.length) / this.#bitrates.length);
    const audio = this.#bitrates.flatMap((rate) => Array<Buffer>(perRate).fill(silentFrame(rate)));
    const count = this.#counted === undefined ? [] : [countFrame(this.#counted, framesFor(this.plan.length))];
    return Buffer.concat([...head, ...count, ...audio, this.#oldTag()]);
  }

  #tagFrames(): Uint8Array[] {
    const { plan } = this;
    const form = this.#form;
    return [
      ...this.#frames,
      ...namedTexts(plan, NAMES).map(([name, value]) => textFrame(form, name, value)),
      ...(this.#picture === undefined ? [] : [pictureFrame(form, this.#picture, OTHER)]),
      ...(plan.cover === undefined ? [] : [pictureFrame(form, plan.cover, FRONT)]),
      ...chapterFrames(form, plan),
    ];
  }

  #oldTag(): Buffer {
    if (this.#old === undefined) return Buffer.alloc(0);
    const bytes = Buffer.alloc(128);
    bytes.set(latin1('TAG'));
    bytes.set(latin1(this.#old.title), 3);
    bytes.set(latin1(this.#old.artist), 33);
    return bytes;
  }
}
