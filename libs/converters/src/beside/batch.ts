import type { MadePage } from '../kepub/make-page.js';
import type { PagePlan } from '../kepub/page-plan.js';

/** A page as its archive has it, and what it says of it. */
export interface PackedPage {
  /** 0 stored, 8 deflate. */
  method: number;
  /** Unpacked, in bytes. */
  size: number;
  crc32: number;
  data: Uint8Array;
}

/** Pages to be made by one plan. All bytes of a message lie in one buffer, which is handed over instead of copied. */
export interface Batch {
  id: number;
  plan: PagePlan;
  pages: PackedPage[];
}

/** Those pages in their order; undefined for one that whoever asked has to make, or to fail on, alone. */
export interface Answer {
  id: number;
  pages: (MadePage | undefined)[];
}

/** The same pieces as parts of one buffer of just their size. */
export function inOneBuffer(pieces: readonly Uint8Array[]): { parts: Uint8Array[]; buffer: ArrayBuffer } {
  const whole = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  const parts = pieces.map((piece) => {
    whole.set(piece, at);
    return whole.subarray(at, (at += piece.byteLength));
  });
  return { parts, buffer: whole.buffer };
}
