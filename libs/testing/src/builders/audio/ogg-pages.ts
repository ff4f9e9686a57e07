import { latin1, uint, uintLE } from './bytes.js';

const FIRST = 2;
const LAST = 4;
const CONTINUED = 1;
const MAX_SEGMENTS = 255;

/** Packets on pages of their own, as many as each needs. The position is that of the last page; the others are at 0. */
export function oggStream(packets: readonly Uint8Array[], granule: number, serial: number): Buffer {
  const pages = packets.flatMap(pagesOf);
  return Buffer.concat(
    pages.map(({ lacing, body, continued, open }, at) => {
      const isLast = at === pages.length - 1;
      const flags = (continued ? CONTINUED : 0) | (at === 0 ? FIRST : 0) | (isLast ? LAST : 0);
      // No packet ends on an open page, which is said by a position with all bits set.
      const position = open ? Buffer.alloc(8, 0xff) : uintLE(8, isLast ? granule : 0);
      const count = uint(1, lacing.byteLength);
      const head = [latin1('OggS'), uint(1, 0), uint(1, flags), position, uintLE(4, serial), uintLE(4, at)];
      return signed(Buffer.concat([...head, uint(4, 0), count, lacing, body]));
    }),
  );
}

interface Page {
  lacing: Buffer;
  body: Uint8Array;
  continued: boolean;
  open: boolean;
}

/** A packet is cut into segments of 255 bytes; a shorter one ends it. */
function pagesOf(packet: Uint8Array): Page[] {
  const full = Math.floor(packet.byteLength / 255);
  const lacing = Buffer.concat([Buffer.alloc(full, 255), uint(1, packet.byteLength % 255)]);
  const pages: Page[] = [];
  for (let at = 0; at < lacing.byteLength; at += MAX_SEGMENTS) {
    const values = lacing.subarray(at, at + MAX_SEGMENTS);
    const body = packet.subarray(at * 255, (at + MAX_SEGMENTS) * 255);
    pages.push({ lacing: values, body, continued: at > 0, open: at + MAX_SEGMENTS < lacing.byteLength });
  }
  return pages;
}

/** RFC 3533 §6: a checksum over the page with zeros in its place; polynomial 0x04c11db7, nothing reflected. */
function signed(page: Buffer): Buffer {
  let sum = 0;
  for (const byte of page) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  page.writeInt32LE(sum, 22);
  return page;
}
