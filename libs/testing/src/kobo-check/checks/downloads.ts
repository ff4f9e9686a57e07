import { createHash } from 'node:crypto';
import { bookFileFaults, fileNames } from '../../kobo/book-file-check.js';
import { type AnyKit, check } from '../check.js';
import { download, metadataOfBook, type Offer, smallBooks } from '../download-calls.js';
import { equal, holds, Lacking } from '../expectation.js';
import { fetchCover } from '../cover-calls.js';
import { type HttpAnswer, httpCall } from '../http-call.js';
import { aBook, fileOf, specialBooks } from '../new-books.js';

const FIRST = { range: 'bytes=0-99' };
const FEW = 100;
const AT_ONCE = 10;

/** The files. No request here says who asks but by its address. */
export const DOWNLOADS = [
  check({
    id: 'downloads.whole',
    level: 'must',
    title: 'A book comes whole, with its length, as the format and under the name it was offered',
    async run(kit) {
      const { offer, answer } = await oneBook(kit);
      equal(answer.status, 200, 'the status');
      equal(await bookFileFaults(offer.Format, answer), [], 'what is wrong with the file');
    },
  }),
  check({
    id: 'downloads.kepub',
    level: 'must',
    title: 'A KEPUB is called .kepub.epub in both forms of its name',
    async run(kit) {
      const { offer, answer } = await oneBook(kit);
      if (offer.Format !== 'KEPUB') throw new Lacking('a book that is offered as KEPUB');
      const names = fileNames(answer.headers.get('content-disposition'));
      const sound = names.length === 2 && names.every((name) => name.endsWith('.kepub.epub'));
      holds(sound, 'filename and filename* that end so', answer.headers.get('content-disposition'));
    },
  }),
  check({
    id: 'downloads.fixed-layout',
    level: 'must',
    title: 'A book of fixed pages is offered as one, and comes as it is',
    needs: ['reader', 'addBooks'],
    async run(kit) {
      const { device, ids } = await specialBooks(kit);
      const id = ids.get('fixed') ?? '';
      const { DownloadUrls } = await metadataOfBook(device, id);
      equal(
        DownloadUrls.map(({ Format }) => Format),
        ['EPUB3FL'],
        'the formats',
      );
      holds(Buffer.compare((await download(device, id)).bytes, fileOf('fixed')) === 0, 'the very file', 'other bytes');
    },
  }),
  check({
    id: 'downloads.head',
    level: 'should',
    title: 'HEAD gets the same headers and no body',
    async run(kit) {
      const { offer, answer } = await oneBook(kit);
      const head = await httpCall(offer.Url, { method: 'HEAD' });
      const told = ({ status, headers }: HttpAnswer) => [
        status,
        ...['content-length', 'content-type', 'content-disposition'].map((name) => headers.get(name)),
      ];
      equal(told(head), told(answer), 'status and headers');
      equal(head.bytes.length, 0, 'the size of the body');
    },
  }),
  check({
    id: 'downloads.range',
    level: 'should',
    title: 'A range is answered with that range',
    async run(kit) {
      const { offer, answer } = await oneBook(kit);
      const part = await httpCall(offer.Url, { headers: FIRST });
      equal(part.status, 206, 'the status');
      equal(part.headers.get('content-range'), `bytes 0-99/${answer.bytes.length}`, 'Content-Range');
      holds(part.bytes.equals(answer.bytes.subarray(0, FEW)), 'the first 100 bytes', `${part.bytes.length} others`);
    },
  }),
  check({
    id: 'downloads.range-beyond',
    level: 'should',
    title: 'A range behind the end gets 416',
    async run(kit) {
      const { offer, answer } = await oneBook(kit);
      const { status } = await httpCall(offer.Url, { headers: { range: `bytes=${answer.bytes.length}-` } });
      equal(status, 416, 'the status');
    },
  }),
  check({
    id: 'downloads.range-stale',
    level: 'should',
    title: 'A range of a file that is not the present one gets everything',
    async run(kit) {
      const { offer, answer } = await oneBook(kit);
      const whole = await httpCall(offer.Url, { headers: { ...FIRST, 'if-range': '"of-another-time"' } });
      equal([whole.status, whole.bytes.length], [200, answer.bytes.length], 'status and size');
    },
  }),
  check({
    id: 'downloads.range-of-another',
    level: 'should',
    title: 'No range is given of a file that stands in for a lost conversion',
    needs: ['reader', 'addBooks', 'loseConversion'],
    async run(kit) {
      const base = await kit.hands.reader(0);
      const [id = ''] = await kit.hands.addBooks(base, [aBook('To be lost')]);
      const [offer] = (await metadataOfBook(kit.at(base), id)).DownloadUrls;
      const undo = await kit.hands.loseConversion(id);
      try {
        const { status } = await httpCall(offer?.Url ?? '', { headers: FIRST });
        holds([200, 404, 503].includes(status), 'everything, or nothing', status);
        return `${status}`;
      } finally {
        await undo();
      }
    },
  }),
  check({
    id: 'downloads.others',
    level: 'must',
    title: "Another account's books are not given away, neither metadata, file nor cover",
    needs: ['reader', 'addBooks'],
    async run(kit) {
      const { device, ids } = await specialBooks(kit);
      const metadata = await metadataOfBook(device, ids.get('png') ?? '');
      const stranger = kit.at(await kit.hands.reader(0));
      const address = (metadata.DownloadUrls[0]?.Url ?? '').replace(device.base, stranger.base);
      const told = await stranger.get(`/v1/library/${metadata.EntitlementId}/metadata`);
      holds(!told.bytes.includes(metadata.Title), 'no metadata', told.bytes.toString('utf8'));
      const answers = [await httpCall(address), await fetchCover(kit, stranger, metadata.CoverImageId ?? '')];
      for (const { status } of answers) holds([403, 404].includes(status), 'a status of 403 or 404', status);
    },
  }),
  check({
    id: 'downloads.at-once',
    level: 'must',
    title: 'Of ten downloads at once each is its own book',
    async run(kit) {
      const offers = await smallBooks(kit, AT_ONCE);
      const hash = async ({ offer }: { offer: Offer }) => {
        const { bytes } = await httpCall(offer.Url);
        return createHash('sha256').update(bytes).digest('hex');
      };
      const alone: string[] = [];
      for (const offer of offers) alone.push(await hash(offer));
      equal(await Promise.all(offers.map(hash)), alone, 'the hashes of the files');
      return `${offers.length} books`;
    },
  }),
];

function oneBook(kit: AnyKit): Promise<{ offer: Offer; answer: HttpAnswer }> {
  return kit.once('one download', async () => {
    const [book] = await smallBooks(kit, 1);
    const { offer } = book as { offer: Offer };
    return { offer, answer: await httpCall(offer.Url) };
  });
}
