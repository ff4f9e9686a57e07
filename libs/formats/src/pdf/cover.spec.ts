import { bytesAccess, type CoverImage } from '@octavo/domain';
import { aPdf, jpegCover, type PdfBuilder, type PdfField } from '@octavo/testing';
import sharp from 'sharp';
import { pdfReader } from './pdf-reader.js';

const RED = [1, 0, 0] as const;
const BLUE = [0, 0, 1] as const;

const draftOf = (pdf: PdfBuilder) => pdfReader.read(bytesAccess(pdf.titled('Emma').build()), 'x.pdf');

async function coverOf(pdf: PdfBuilder): Promise<CoverImage> {
  const { cover, warnings } = await draftOf(pdf);
  expect(warnings).toEqual([]);
  if (cover === undefined) throw new Error('There is no cover.');
  return cover;
}

/** The colour at a place of the cover, in parts of its width and height. */
async function colourAt(cover: CoverImage, x: number, y: number): Promise<'red' | 'blue' | 'white' | 'other'> {
  const { data, info } = await sharp(cover.bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
  if (Math.min(r, g, b) > 240) return 'white';
  if (r > 200 && g < 60 && b < 60) return 'red';
  return b > 200 && r < 60 && g < 60 ? 'blue' : 'other';
}

const field = (colour: PdfField['colour'], x: number, y: number, width: number, height: number): PdfField => ({
  x,
  y,
  width,
  height,
  colour,
});
/** Red is where the title would be, at the top left of what is to be seen; around it is blue. */
const cropped = {
  mediaBox: [0, 0, 600, 800],
  cropBox: [100, 200, 400, 600],
  fields: [field(BLUE, 0, 0, 600, 200), field(BLUE, 400, 0, 200, 800), field(RED, 100, 500, 100, 100)],
} as const;

describe('the cover of a PDF', () => {
  it('is its first page, on white, as a JPEG', async () => {
    const cover = await coverOf(
      aPdf()
        .withPage({ fields: [field(RED, 0, 300, 200, 300)] })
        .withPage({ fields: [field(BLUE, 0, 0, 400, 600)] }),
    );
    expect(cover).toMatchObject({ mediaType: 'image/jpeg', width: 1200, height: 1800 });
    expect(await colourAt(cover, 0.25, 0.25)).toBe('red');
    expect(await colourAt(cover, 0.75, 0.75)).toBe('white');
  });

  it('is cut to its crop box', async () => {
    const cover = await coverOf(aPdf().withPage(cropped));
    expect(cover).toMatchObject({ width: 1350, height: 1800 });
    expect(await colourAt(cover, 0.1, 0.1)).toBe('red');
    expect(await colourAt(cover, 0.95, 0.95)).toBe('white');
  });

  it.each([
    [90, 1800, 1350, 0.9, 0.1],
    [180, 1350, 1800, 0.9, 0.9],
    [270, 1800, 1350, 0.1, 0.9],
    [-90, 1800, 1350, 0.1, 0.9],
    [450, 1800, 1350, 0.9, 0.1],
  ])('is cut and turned by %d degrees', async (rotate, width, height, x, y) => {
    const cover = await coverOf(aPdf().withPage({ ...cropped, rotate }));
    expect(cover).toMatchObject({ width, height });
    expect(await colourAt(cover, x, y)).toBe('red');
    expect(await colourAt(cover, 1 - x, 1 - y)).toBe('white');
  });

  it.each([
    ['a stamp', [0, 0, 40, 60]],
    ['a wall', [0, 0, 100_000, 150_000]],
    ['a wall far away', [-100_000, -150_000, 0, 0]],
  ] as const)('is of one size though the page is %s', async (_, mediaBox) => {
    const [left, bottom, right, top] = mediaBox;
    const cover = await coverOf(
      aPdf().withPage({ mediaBox, fields: [field(RED, left, bottom, (right - left) / 2, top - bottom)] }),
    );
    expect(cover).toMatchObject({ width: 1200, height: 1800 });
    expect(await colourAt(cover, 0.25, 0.5)).toBe('red');
  });

  it('shows pictures and letters', async () => {
    const jpeg = await jpegCover({ width: 800, height: 1200 });
    const cover = await coverOf(
      aPdf().withPage({ image: { jpeg, width: 800, height: 1200 }, lines: ['The Title of the Book'] }),
    );
    const { data } = await sharp(cover.bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect(await colourAt(cover, 0.5, 0.9)).toBe('other');
    expect(data.filter((value) => value < 20).byteLength).toBeGreaterThan(500);
  });

  it.each([
    ['white', []],
    ['of one colour', [field(BLUE, 0, 0, 400, 600)]],
    ['white but for a speck', [field(BLUE, 10, 10, 15, 15)]],
  ])('is the second page where the first is %s', async (_, fields) => {
    const cover = await coverOf(
      aPdf()
        .withPage({ fields })
        .withPage({ fields: [field(RED, 0, 0, 200, 600)] }),
    );
    expect(await colourAt(cover, 0.25, 0.5)).toBe('red');
  });

  it('is the first page where both have next to nothing on them', async () => {
    const cover = await coverOf(
      aPdf()
        .withPage({ fields: [field(RED, 0, 0, 20, 20)] })
        .withPage({ fields: [field(BLUE, 0, 0, 20, 20)] }),
    );
    expect(await colourAt(cover, 0.02, 0.99)).toBe('red');
  });

  it('is none where there is nothing to be seen', async () => {
    const draft = await draftOf(
      aPdf()
        .withPage({})
        .withPage({})
        .withPage({ fields: [field(RED, 0, 0, 200, 600)] }),
    );
    expect(draft).toMatchObject({ cover: undefined, warnings: [] });
  });

  it('is none, with a warning, where the page is a line', async () => {
    const draft = await draftOf(aPdf().withPage({ mediaBox: [0, 0, 1, 14_000], fields: [field(RED, 0, 0, 1, 7000)] }));
    expect(draft.cover).toBeUndefined();
    expect(draft.warnings).toEqual([expect.stringContaining('too odd for a cover')]);
  });

  it('shows no stamps and frames', async () => {
    const frame = '/Annots [<< /Type /Annot /Subtype /Square /Rect [0 0 400 600] /C [0 0 1] /IC [0 0 1] >>]';
    const page = aPdf().withPage({ fields: [field(RED, 0, 300, 200, 300)], entries: frame });
    expect(await colourAt(await coverOf(page), 0.75, 0.75)).toBe('white');
  });
});
