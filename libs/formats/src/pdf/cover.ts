import type { CoverImage } from '@octavo/domain';
import sharp from 'sharp';
import { coverImage } from '../images/cover-image.js';
import { shareOfOneColour } from './blank-page.js';
import type { OpenedPdf } from './opened-pdf.js';
import { renderPage, type Pixels } from './render-page.js';

/** In milliseconds, for one page. */
const MAX_TIME = 10_000;
/** Of one colour: a page that is it to this share is an endpaper. */
const BLANK = 0.995;
const QUALITY = 88;

/**
 * A picture of the first page; of the second where the first is blank. Where both are, the first counts if there is
 * anything on it at all. Absent rather than made up, with a warning where that has a reason.
 */
export async function readCover(pdf: OpenedPdf): Promise<{ cover?: CoverImage; warnings: string[] }> {
  const warnings: string[] = [];
  const warn = (reason: string) => warnings.push(`The first page cannot be drawn: ${reason}`);
  let best: { pixels: Pixels; share: number } | undefined;
  for (let page = 1; page <= Math.min(2, pdf.document.numPages); page++) {
    const pixels = await pdf.attempt(MAX_TIME, () => renderPage(pdf, page), warn);
    if (pixels === undefined) break;
    const share = shareOfOneColour(pixels);
    if (best === undefined || best.share === 1 || share < BLANK) best = { pixels, share };
    if (share < BLANK) break;
  }
  if (best === undefined || best.share === 1) return { warnings };
  const cover = await coverImage('page 1', await jpeg(best.pixels));
  return typeof cover === 'string' ? { warnings: [...warnings, cover] } : { cover, warnings };
}

async function jpeg({ data, width, height }: Pixels): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: QUALITY })
    .toBuffer();
}
