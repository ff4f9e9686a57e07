import type { RandomAccess } from '@octavo/domain';
import { frameCount } from './frame-count.js';
import { findFrame, type FoundFrame } from './frame-header.js';

/** Where a file is looked into for its bitrate, as parts of its audio. */
const SAMPLED_AT = [0.25, 0.5, 0.75];
/** Holds the three longest frames that must stand in a row. */
const SAMPLE_BYTES = 8 * 1024;
/** In bits a second: the lowest bitrate there is. What claims to play longer than at this rate is wrong. */
const LOWEST_BITRATE = 8000;

export interface MpegAudio {
  /** From its first frame on. */
  bytes: Uint8Array;
  first: FoundFrame;
  /** In the file. */
  start: number;
  end: number;
}

/**
 * How long it plays, in seconds: by the encoder's own count of frames, else by the bitrate where it is the same at
 * the start and at three places further on. A file whose bitrate varies and that has no count would have to be read
 * as a whole, so of that it stays unknown.
 */
export async function mpegSeconds(source: RandomAccess, audio: MpegAudio): Promise<number | undefined> {
  const { header } = audio.first;
  const bits = (audio.end - audio.start) * 8;
  const count = frameCount(audio.bytes, audio.first);
  if (count === undefined) return (await hasOneBitrate(source, audio)) ? bits / header.bitrate : undefined;
  const seconds = (count * header.samples) / header.sampleRate;
  return seconds <= bits / LOWEST_BITRATE + 1 ? seconds : undefined;
}

async function hasOneBitrate(source: RandomAccess, { first, start, end }: MpegAudio): Promise<boolean> {
  for (const part of SAMPLED_AT) {
    const at = start + Math.floor((end - start) * part);
    const sample = await source.read(at, Math.min(SAMPLE_BYTES, end - at));
    const found = findFrame(sample);
    // The last sample of a short file may hold no three frames; elsewhere none means that this is no audio.
    const isShort = found === undefined && sample.byteLength < SAMPLE_BYTES;
    if (!isShort && found?.header.bitrate !== first.header.bitrate) return false;
  }
  return true;
}
