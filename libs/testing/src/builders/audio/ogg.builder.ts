import { AudioBuilder, type AudioPlan } from './audio.builder.js';
import { latin1, uint, uintLE } from './bytes.js';
import { block } from './flac-block.js';
import { oggStream } from './ogg-pages.js';
import { pictureBlock, streamInfo, vorbisComment } from './vorbis-comment.js';

const PRE_SKIP = 312;
/** Stands for sound. */
const NOISE = Buffer.alloc(1000, 0x55);

type Codec = 'vorbis' | 'opus' | 'flac';

/** A real Ogg in memory, of Vorbis. Its setup header is empty, so nobody could play it. */
export function anOgg(): OggBuilder {
  return new OggBuilder('vorbis');
}

/** Opus in an Ogg. */
export function anOpus(): OggBuilder {
  return new OggBuilder('opus');
}

export class OggBuilder extends AudioBuilder {
  #codec: Codec;
  #serial = 7;
  #before: Uint8Array = new Uint8Array();
  #after: Uint8Array = new Uint8Array();

  constructor(codec: Codec) {
    super();
    this.#codec = codec;
  }

  /** FLAC in an Ogg. */
  ofFlac(): this {
    this.#codec = 'flac';
    return this;
  }

  /** The number that tells its stream from those it is chained to. */
  onSerial(serial: number): this {
    this.#serial = serial;
    return this;
  }

  /** Another file in front or behind, whose streams this one is chained to. */
  chained(before: Uint8Array, after: Uint8Array = new Uint8Array()): this {
    this.#before = before;
    this.#after = after;
    return this;
  }

  build(): Uint8Array {
    const { packets, granule } = streamOf(this.#codec, this.plan);
    return Buffer.concat([this.#before, oggStream([...packets, NOISE], granule, this.#serial), this.#after]);
  }
}

function streamOf(codec: Codec, plan: AudioPlan): { packets: Uint8Array[]; granule: number } {
  const picture = plan.cover === undefined ? undefined : pictureBlock(plan.cover);
  const inBase64 = picture === undefined ? [] : [['METADATA_BLOCK_PICTURE', picture.toString('base64')] as const];
  if (codec === 'flac') {
    const blocks = [...(picture === undefined ? [] : [block(6, picture)]), block(0x81, Buffer.alloc(10))];
    const packets = [flacHead(plan.length, blocks.length + 1), block(4, vorbisComment(plan)), ...blocks];
    return { packets, granule: plan.length * 44_100 };
  }
  const comment = vorbisComment(plan, inBase64);
  if (codec === 'opus') {
    const head = [latin1('OpusHead'), uint(1, 1), uint(1, 2), uintLE(2, PRE_SKIP), uintLE(4, 44_100), Buffer.alloc(3)];
    const packets = [Buffer.concat(head), Buffer.concat([latin1('OpusTags'), comment])];
    return { packets, granule: plan.length * 48_000 + PRE_SKIP };
  }
  const head = [
    latin1('\x01vorbis'),
    uint(4, 0),
    uint(1, 2),
    uintLE(4, 44_100),
    Buffer.alloc(12),
    uint(1, 0xb8),
    uint(1, 1),
  ];
  const packets = [
    Buffer.concat(head),
    Buffer.concat([latin1('\x03vorbis'), comment, uint(1, 1)]),
    latin1('\x05vorbis'),
  ];
  return { packets, granule: plan.length * 44_100 };
}

/** RFC 9639 §10.1: the mapping's own header around the first block. */
function flacHead(seconds: number, more: number): Buffer {
  return Buffer.concat([
    latin1('\x7fFLAC'),
    uint(1, 1),
    uint(1, 0),
    uint(2, more),
    latin1('fLaC'),
    block(0, streamInfo(seconds)),
  ]);
}
