import { coverFaults, jpegFrame } from '../../kobo/cover-check.js';
import { type AnyKit, check } from '../check.js';
import { type CoverCall, fetchCover } from '../cover-calls.js';
import { metadataOfBook } from '../download-calls.js';
import { equal, holds, Lacking } from '../expectation.js';
import type { HttpAnswer } from '../http-call.js';
import { SMALL_COVER, specialBooks } from '../new-books.js';
import { text } from '../sync-items.js';
import { UNKNOWN_ID } from '../unknown-id.js';

const SIZES: [width: number, height: number][] = [
  [1264, 1680],
  [149, 223],
  [60, 90],
];
const LIBRARY = { width: 355, height: 530 };

/** The pictures, through the templates that initialization names. */
export const COVERS = [
  check({
    id: 'covers.library',
    level: 'must',
    title: 'A cover is a baseline JPEG that fits the size it was asked in',
    async run(kit) {
      fitting(await cover(kit), LIBRARY);
    },
  }),
  check({
    id: 'covers.sizes',
    level: 'must',
    title: 'It fits in all sizes of the firmware, also by the template without a quality',
    async run(kit) {
      for (const [width, height] of SIZES) {
        for (const plain of [false, true]) fitting(await cover(kit, { width, height, plain }), { width, height });
      }
    },
  }),
  check({
    id: 'covers.grey',
    level: 'must',
    title: 'Whatever stands for grey, a cover comes',
    async run(kit) {
      for (const grey of ['True', 'false', 'isGreyscale']) fitting(await cover(kit, { grey }), LIBRARY);
    },
  }),
  check({
    id: 'covers.no-size',
    level: 'should',
    title: 'A size that is no number is no fault of the server',
    async run(kit) {
      const { status } = await cover(kit, { width: 'abc', height: 'def' });
      holds(status === 200 || status === 400 || status === 404, 'a small cover or a refusal', status);
      return `${status}`;
    },
  }),
  check({
    id: 'covers.unknown',
    level: 'must',
    title: 'An unknown image is not there, is a placeholder or is the store’s',
    async run(kit) {
      const statuses = [UNKNOWN_ID, 'nonsense'].map(async (id) => (await fetchCover(kit, kit.device, id)).status);
      for (const status of await Promise.all(statuses))
        holds([404, 200, 307].includes(status), '404, 200 or 307', status);
      return `${await statuses[0]}`;
    },
  }),
  check({
    id: 'covers.cached',
    level: 'should',
    title: 'Who has the picture gets 304 and nothing else',
    async run(kit) {
      const etag = (await cover(kit)).headers.get('etag');
      holds(etag, 'an ETag', etag);
      const { status, bytes } = await cover(kit, { headers: { 'if-none-match': etag } });
      equal([status, bytes.length], [304, 0], 'status and size');
    },
  }),
  check({
    id: 'covers.any-source',
    level: 'must',
    title: 'A cover is a JPEG that a device shows, be its source PNG, WebP or CMYK, and never enlarged',
    needs: ['reader', 'addBooks'],
    async run(kit) {
      const { device, ids } = await specialBooks(kit);
      for (const name of ['png', 'webp', 'cmyk'] as const) {
        const { CoverImageId } = await metadataOfBook(device, ids.get(name) ?? '');
        holds(CoverImageId, `a cover of the book "${name}"`, CoverImageId);
        const answer = await fetchCover(kit, device, CoverImageId, { width: 1264, height: 1680 });
        fitting(answer, SMALL_COVER);
        equal(jpegFrame(answer.bytes)?.components, 3, 'the colour components');
      }
    },
  }),
];

/** The cover of the first book that has one. */
async function cover(kit: AnyKit, call: CoverCall = {}): Promise<HttpAnswer> {
  const books = [...(await kit.library()).values()];
  const image = books.map(({ metadata }) => text(metadata, 'CoverImageId')).find((id) => id !== '');
  if (!image) throw new Lacking('a book with a cover');
  return fetchCover(kit, kit.device, image, call);
}

function fitting(answer: HttpAnswer, size: { width: number; height: number }): void {
  equal(answer.status, 200, 'the status');
  equal(coverFaults(answer.bytes, answer.headers.get('content-type'), size), [], 'what is wrong with the cover');
}
