import { Cursor, latin1 } from '../cursor.js';
import type { FoundFrame } from './frame-header.js';

const HAS_FRAME_COUNT = 1;
/** Fraunhofer's header stands at one place, whatever the side information. */
const VBRI_AT = 36;

/**
 * How many frames follow, as the encoder wrote it into the first, silent one: LAME and most others as "Xing" or "Info"
 * behind the side information, Fraunhofer as "VBRI". Undefined where it did not.
 */
export function frameCount(bytes: Uint8Array, { at, header }: FoundFrame): number | undefined {
  const frame = bytes.subarray(at, at + header.size);
  const sideInformation = header.mpeg1 ? (header.mono ? 17 : 32) : header.mono ? 9 : 17;
  const xing = new Cursor(frame.subarray(4 + sideInformation));
  const name = xing.latin1(4);
  if (name === 'Xing' || name === 'Info') {
    const count = (xing.uint(4) & HAS_FRAME_COUNT) === 0 ? 0 : xing.uint(4);
    return count > 0 ? count : undefined;
  }
  if (latin1(frame.subarray(VBRI_AT, VBRI_AT + 4)) !== 'VBRI') return undefined;
  const count = new Cursor(frame.subarray(VBRI_AT + 14)).uint(4);
  return count > 0 ? count : undefined;
}
