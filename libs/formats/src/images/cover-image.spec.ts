import sharp from 'sharp';
import { pngCover } from '@octavo/testing';
import { coverImage } from './cover-image.js';

const picture = sharp({ create: { width: 120, height: 180, channels: 3, background: '#800' } });

describe('an image as a cover', () => {
  it.each([
    ['image/jpeg', () => picture.clone().jpeg().toBuffer()],
    ['image/png', () => picture.clone().png().toBuffer()],
    ['image/webp', () => picture.clone().webp().toBuffer()],
    ['image/gif', () => picture.clone().gif().toBuffer()],
  ])('is %s by its bytes', async (mediaType, make) => {
    expect(await coverImage('cover.bin', await make())).toMatchObject({ mediaType, width: 120, height: 180 });
  });

  it.each([
    ['as small as a cover may be', { width: 100, height: 100 }, true],
    ['too small', { width: 99, height: 150 }, false],
    ['as tall as it may be', { width: 100, height: 300 }, true],
    ['too tall', { width: 100, height: 301 }, false],
    ['too wide', { width: 340, height: 100 }, false],
    ['far too large to unpack', { width: 15_000, height: 15_000 }, false],
  ])('can be %s', async (_, size, accepted) => {
    expect(typeof (await coverImage('cover.png', pngCover(size))) === 'object').toBe(accepted);
  });

  it('is told of in a sentence when it is none', async () => {
    expect(await coverImage('cover.bmp', Buffer.from('BM....'))).toBe(
      'The cover "cover.bmp" is no JPEG, PNG, WebP or GIF.',
    );
  });
});
