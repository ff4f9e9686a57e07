import type { AnyKit } from './check.js';
import type { Endpoint } from './endpoint.js';
import { equal, fits, holds, Lacking } from './expectation.js';
import { type HttpAnswer, httpCall } from './http-call.js';
import { Metadata } from './wire-schemas.js';

export type Offer = Metadata['DownloadUrls'][number];

/** Larger books than this are left alone: a check is no reason to move gigabytes. */
const LARGEST = 50_000_000;

/** What a device reads right before it downloads. */
export async function metadataOfBook(device: Endpoint, id: string): Promise<Metadata> {
  const list = await device.json(`/v1/library/${id}/metadata`);
  holds(Array.isArray(list) && list.length === 1, 'a list of one', list);
  const metadata = fits((list as unknown[])[0], Metadata, 'the metadata');
  equal(metadata.EntitlementId, id, 'EntitlementId');
  return metadata;
}

/** The file of a book, with nothing but its address to say who asks. */
export async function download(device: Endpoint, id: string): Promise<HttpAnswer> {
  const { DownloadUrls } = await metadataOfBook(device, id);
  const answer = await httpCall(DownloadUrls[0]?.Url ?? '');
  equal(answer.status, 200, 'the status of the download');
  return answer;
}

/** The current offers of some book that is not too large, the smallest first. */
export async function smallBooks(kit: AnyKit, most: number): Promise<{ id: string; offer: Offer }[]> {
  const books = [...(await kit.library()).values()].flatMap(({ id, metadata }) => {
    const [offer] = Metadata.safeParse(metadata).data?.DownloadUrls ?? [];
    return offer && offer.Size <= LARGEST ? [{ id, size: offer.Size }] : [];
  });
  if (books.length === 0) throw new Lacking('a book to download');
  books.sort((one, other) => one.size - other.size);
  return Promise.all(
    books.slice(0, most).map(async ({ id }) => {
      const [offer] = (await metadataOfBook(kit.device, id)).DownloadUrls;
      return { id, offer: offer as Offer };
    }),
  );
}
