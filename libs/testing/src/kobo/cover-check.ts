const START_OF_IMAGE = 0xd8;
const BASELINE = 0xc0;
/** Markers C0 to CF start a frame, except for those of tables and of arithmetic conditioning. */
const NO_FRAME = new Set([0xc4, 0xc8, 0xcc]);

export interface JpegFrame {
  baseline: boolean;
  width: number;
  height: number;
  components: number;
}

/** What a cover has that a device does not show, in words; empty if nothing. It shows baseline JPEGs and no other. */
export function coverFaults(bytes: Uint8Array, contentType: string | null, fits: { width: number; height: number }) {
  const faults: string[] = [];
  if (contentType?.split(';')[0] !== 'image/jpeg') faults.push(`is of type ${contentType}`);
  const frame = jpegFrame(bytes);
  if (!frame) return [...faults, 'is no JPEG'];
  if (!frame.baseline) faults.push('is no baseline JPEG');
  if (frame.components !== 1 && frame.components !== 3) faults.push(`has ${frame.components} colour components`);
  if (frame.width > fits.width || frame.height > fits.height) {
    faults.push(`is ${frame.width}x${frame.height} and was to fit ${fits.width}x${fits.height}`);
  }
  return faults;
}

/** The first frame header of a JPEG (ITU T.81 B.2.2). */
export function jpegFrame(bytes: Uint8Array): JpegFrame | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] !== 0xff || bytes[1] !== START_OF_IMAGE) return undefined;
  for (let at = 2; at + 9 < bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.has(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return { baseline: marker === BASELINE, width, height, components: bytes[at + 9] ?? 0 };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
