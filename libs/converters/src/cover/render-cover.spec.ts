import sharp, { type Create, type Sharp } from 'sharp';
import { renderCover } from './render-cover.js';

const BOX = { width: 355, height: 530 };

function plain(width: number, height: number, background: Create['background'], channels: 3 | 4 = 3): Sharp {
  return sharp({ create: { width, height, channels, background } });
}

/** Left half red, right half blue. */
function twoHalves(width: number, height: number): Sharp {
  const blue = { create: { width: width / 2, height, channels: 3 as const, background: '#0000ff' } };
  return plain(width, height, '#ff0000').composite([{ input: blue, left: width / 2, top: 0 }]);
}

async function pixelOf(jpeg: Uint8Array, left: number, top: number): Promise<number[]> {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const at = (top * info.width + left) * info.channels;
  return [...data.subarray(at, at + info.channels)];
}

describe('A cover', () => {
  it.each<[string, number, number, number, number]>([
    ['too high', 1000, 3000, 177, 530],
    ['too wide', 3000, 1000, 355, 118],
    ['of the very proportions', 710, 1060, 355, 530],
    ['that is small', 100, 120, 100, 120],
    ['that fits exactly', 355, 530, 355, 530],
  ])('fits into the box and is never enlarged: %s', async (_name, width, height, w, h) => {
    const jpeg = await renderCover(await plain(width, height, '#336699').png().toBuffer(), BOX);
    expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: w, height: h, channels: 3 });
  });

  it.each<[string, (image: Sharp) => Sharp]>([
    ['JPEG', (image) => image.jpeg()],
    ['progressive JPEG', (image) => image.jpeg({ progressive: true })],
    ['PNG', (image) => image.png()],
    ['PNG with a palette', (image) => image.png({ palette: true })],
    ['PNG in grey', (image) => image.greyscale().png()],
    ['PNG of 16 bit', (image) => image.toColourspace('rgb16').png()],
    ['WebP', (image) => image.webp()],
    ['GIF', (image) => image.gif()],
    ['CMYK', (image) => image.toColourspace('cmyk').jpeg()],
  ])('is a baseline JPEG in RGB when it was %s', async (_name, format) => {
    const jpeg = await renderCover(await format(plain(400, 600, '#cc2211')).toBuffer(), BOX);
    expect(await sharp(jpeg).metadata()).toMatchObject({
      format: 'jpeg',
      space: 'srgb',
      channels: 3,
      isProgressive: false,
    });
  });

  it('has the colours it had in CMYK', async () => {
    const cmyk = await plain(40, 60, '#cc2211').toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    const [red = 0, green = 255, blue = 255] = await pixelOf(await renderCover(cmyk, BOX), 20, 30);
    expect(red).toBeGreaterThan(150);
    expect(green).toBeLessThan(110);
    expect(blue).toBeLessThan(110);
  });

  it('is white where it was transparent', async () => {
    const png = await plain(40, 60, { r: 0, g: 0, b: 0, alpha: 0 }, 4).png().toBuffer();
    expect(await pixelOf(await renderCover(png, BOX), 20, 30)).toEqual([255, 255, 255]);
  });

  it('stands upright when its camera lay on its side', async () => {
    const turned = await twoHalves(60, 40).withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer();
    const jpeg = await renderCover(turned, BOX);
    expect(await sharp(jpeg).metadata()).toMatchObject({ width: 40, height: 60 });
    const [[topRed = 0], [bottomRed = 255]] = [await pixelOf(jpeg, 20, 5), await pixelOf(jpeg, 20, 55)];
    expect(topRed).toBeGreaterThan(200);
    expect(bottomRed).toBeLessThan(60);
  });

  it('is in shades of grey where that is asked for, in RGB all the same', async () => {
    const jpeg = await renderCover(await plain(40, 60, '#00ff00').png().toBuffer(), { ...BOX, grey: true });
    expect((await sharp(jpeg).metadata()).channels).toBe(3);
    const [red = 0, green = 0, blue = 0] = await pixelOf(jpeg, 20, 30);
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(8);
  });

  it('is smaller for less quality', async () => {
    const noise = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .png()
      .toBuffer();
    const [high, low] = await Promise.all([95, 30].map((quality) => renderCover(noise, { ...BOX, quality })));
    expect(low?.byteLength).toBeLessThan(high?.byteLength ?? 0);
  });

  it.each<[string, () => Promise<Uint8Array>]>([
    ['nothing', () => Promise.resolve(new Uint8Array())],
    ['text', () => Promise.resolve(Buffer.from('not an image'))],
    ['the beginning of a JPEG', async () => (await plain(400, 600, '#123').jpeg().toBuffer()).subarray(0, 700)],
    ['the beginning of a PNG', async () => (await plain(400, 600, '#123').png().toBuffer()).subarray(0, 200)],
    ['a drawing', () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))],
    ['more than 100 million pixels', () => plain(10_001, 10_001, '#fff').png().toBuffer()],
  ])('cannot be made of %s', async (_name, bytes) => {
    await expect(renderCover(await bytes(), BOX)).rejects.toMatchObject({ code: 'file.unreadable' });
  });
});
