/** A cover as a device asks for it. Sizes are pixels the picture has to fit into. */
export interface CoverRequest {
  imageId: string;
  width: number;
  height: number;
  /** JPEG quality, 1 to 100; absent where the template without it was used. */
  quality?: number;
  grey: boolean;
}

const SMALLEST = 16;
const LARGEST = 3000;
// What the device's own grid of covers asks for.
const GRID = { width: 149, height: 223 };

/**
 * Reads the path below v1/books: `{ImageId}/thumbnail/{Width}/{Height}/[{Quality}/]{IsGreyscale}/image.jpg`, split at
 * its slashes. Sizes that are no numbers become the small ones of the grid, others are brought into 16 to 3000; the
 * grey segment may hold anything, since devices also send the template's own word. Undefined for any other path.
 */
export function parseCoverRequest(segments: readonly string[]): CoverRequest | undefined {
  const [imageId, kind, width, height, ...rest] = segments;
  if (!imageId || kind !== 'thumbnail' || rest.length < 2 || rest.length > 3) return undefined;
  const [quality, grey] = rest.length === 3 ? rest : [undefined, rest[0]];
  const percent = digits(quality);
  return {
    imageId,
    width: within(digits(width) ?? GRID.width, SMALLEST, LARGEST),
    height: within(digits(height) ?? GRID.height, SMALLEST, LARGEST),
    ...(percent !== undefined && { quality: within(percent, 1, 100) }),
    grey: grey?.toLowerCase() === 'true',
  };
}

const digits = (text: string | undefined) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined);
const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
