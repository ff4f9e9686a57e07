import { latin1, uint } from './bytes.js';

const SAMPLE_RATE = 44_100;
const SAMPLES = 1152;
const BITRATES = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];

/** A silent frame of MPEG-1 layer III in mono, of so many kilobits a second. */
export function silentFrame(kilobits: number): Buffer {
  const index = BITRATES.indexOf(kilobits) + 1;
  const frame = Buffer.alloc(Math.floor((SAMPLES / 8) * ((kilobits * 1000) / SAMPLE_RATE)));
  frame.set([0xff, 0xfb, index << 4, 0xc4]);
  return frame;
}

/** How many frames play for so long. */
export function framesFor(seconds: number): number {
  return Math.round((seconds * SAMPLE_RATE) / SAMPLES);
}

/** The silent first frame in which an encoder notes how many follow: LAME's with 17 bytes of side information before. */
export function countFrame(kind: 'Info' | 'Xing' | 'VBRI', count: number): Buffer {
  const frame = silentFrame(64);
  if (kind === 'VBRI') frame.set(Buffer.concat([latin1(kind), Buffer.alloc(10), uint(4, count)]), 36);
  else frame.set(Buffer.concat([latin1(kind), uint(4, 1), uint(4, count)]), 21);
  return frame;
}
