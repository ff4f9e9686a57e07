import { pngCover } from '@octavo/testing';
import sharp, { type Sharp } from 'sharp';
import { pageImage, PageUnshowable } from './page-image.js';

const drawn = (width: number, height: number, channels: 3 | 4 = 3, alpha = 1): Sharp =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 30, b: 60, alpha } } });
const shown = async (image: Sharp) => pageImage(await image.toBuffer());
const reasonFor = (bytes: Uint8Array): Promise<string> =>
  pageImage(bytes).then(
    () => 'none',
    (error: unknown) => {
      if (error instanceof PageUnshowable) return error.message;
      throw error;
    },
  );

describe('the image of a page', () => {
  it.each([
    ['JPEG', drawn(60, 90).jpeg(), 'jpg', 'image/jpeg'],
    ['progressive JPEG', drawn(60, 90).jpeg({ progressive: true }), 'jpg', 'image/jpeg'],
    ['PNG', drawn(60, 90).png(), 'png', 'image/png'],
    ['PNG that lets something through', drawn(60, 90, 4, 0.5).png(), 'png', 'image/png'],
    ['GIF', drawn(60, 90).gif(), 'gif', 'image/gif'],
  ])('stays as it is, to the byte: %s', async (_, image, extension, mediaType) => {
    const bytes = await image.toBuffer();
    expect(await pageImage(bytes)).toEqual({ bytes, extension, mediaType, width: 60, height: 90, remade: false });
  });

  it.each([
    ['WebP', drawn(60, 90).webp(), 'jpg'],
    ['AVIF', drawn(60, 90).avif({ effort: 0 }), 'jpg'],
    ['TIFF', drawn(60, 90).tiff(), 'jpg'],
    ['TIFF with transparency that nothing uses', drawn(60, 90, 4).tiff({ compression: 'lzw' }), 'jpg'],
    ['WebP that lets something through', drawn(60, 90, 4, 0.5).webp(), 'png'],
    ['JPEG in CMYK', drawn(60, 90).toColourspace('cmyk').jpeg(), 'jpg'],
  ])('becomes what a Kobo shows: %s', async (_, image, extension) => {
    const page = await shown(image);
    expect(page).toMatchObject({ extension, width: 60, height: 90, remade: true });
    const { format, space, width, height } = await sharp(page.bytes).metadata();
    expect({ format, space, width, height }).toEqual({
      ...{ format: extension === 'jpg' ? 'jpeg' : 'png', space: 'srgb' },
      ...{ width: 60, height: 90 },
    });
    const { data } = await sharp(page.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(150); // still red
    expect(data[1]).toBeLessThan(90);
  });

  it('is turned as a camera says, so that its size is what is shown', async () => {
    const page = await shown(drawn(60, 90).withMetadata({ orientation: 6 }).jpeg());
    expect(page).toMatchObject({ width: 90, height: 60, remade: true });
    const { orientation, width } = await sharp(page.bytes).metadata();
    expect([orientation ?? 1, width]).toEqual([1, 90]);
  });

  it('is made smaller where devices would run out of memory, and keeps its shape', async () => {
    const page = await pageImage(pngCover({ width: 5000, height: 6000 }));
    expect(page).toMatchObject({ extension: 'jpg', width: 2887, height: 3464, remade: true });
    const strip = await pageImage(pngCover({ width: 1000, height: 40_000 }));
    expect(strip).toMatchObject({ width: 500, height: 20_000 });
    expect(await pageImage(pngCover({ width: 5000, height: 5000 }))).toMatchObject({ width: 5000, remade: false });
  });

  it('is the same whenever it is made', async () => {
    const bytes = await drawn(60, 90).webp().toBuffer();
    expect(await pageImage(bytes)).toEqual(await pageImage(bytes));
  });

  const unreadable = 'its image is damaged or of a kind that cannot be read';
  it.each([
    ['nothing', new Uint8Array(), 'it is no image'],
    ['text', Buffer.from('not found'), 'it is no image'],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'it is no image'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'it is no image'],
    ['the start of a JPEG', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1'), unreadable],
    ['a video', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0', 'latin1'), unreadable],
    ['JPEG XL, which our library cannot read', Buffer.from('\xff\x0a'.padEnd(60, 'x'), 'latin1'), unreadable],
    ['a bomb of 100 megapixels', pngCover({ width: 10_000, height: 10_000 }), unreadable],
  ])('is none for %s', async (_, bytes, reason) => {
    expect(await reasonFor(bytes)).toBe(reason);
  });

  it('is none where what must be remade is cut off', async () => {
    const whole = await drawn(600, 900).webp({ lossless: true }).toBuffer();
    expect(await reasonFor(whole.subarray(0, whole.byteLength / 2))).toBe(unreadable);
  });
});
