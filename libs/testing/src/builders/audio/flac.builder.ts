import { AudioBuilder } from './audio.builder.js';
import { latin1 } from './bytes.js';
import { block } from './flac-block.js';
import { pictureBlock, streamInfo, vorbisComment } from './vorbis-comment.js';

const STREAM_INFO = 0;
const PADDING = 1;
const VORBIS_COMMENT = 4;
const PICTURE = 6;
const LAST = 0x80;

/** A real FLAC in memory: its metadata blocks, and bytes that stand for the audio behind them. */
export function aFlac(): FlacBuilder {
  return new FlacBuilder();
}

export class FlacBuilder extends AudioBuilder {
  build(): Uint8Array {
    const { plan } = this;
    const blocks = [
      block(STREAM_INFO, streamInfo(plan.length)),
      block(VORBIS_COMMENT, vorbisComment(plan)),
      ...(plan.cover === undefined ? [] : [block(PICTURE, pictureBlock(plan.cover))]),
      block(PADDING | LAST, Buffer.alloc(64)),
    ];
    return Buffer.concat([latin1('fLaC'), ...blocks, Buffer.alloc(2000, 0x55)]);
  }
}
