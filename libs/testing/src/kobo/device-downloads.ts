import { BookMetadataAnswer, type DownloadUrl } from '@octavo/kobo';
import { z } from 'zod';
import { bookFileFaults, savedName } from './book-file-check.js';
import type { DeviceApi } from './device-api.js';
import { userAgent } from './device-profile.js';

/**
 * The metadata of a book and then its file, as a device gets one. Undefined, with the reason noted, where the server
 * does not give the book: a device shows an error for it and goes on. Throws SyncBroken where the connection fails.
 */
export async function fetchBook(
  api: DeviceApi,
  id: string,
): Promise<{ file: Uint8Array; fileName: string | undefined } | undefined> {
  const { link } = api;
  const download = await currentDownload(api, id);
  if (!download) return undefined;
  // the bearer may be missing here, so the path has to be enough
  const answer = await link.request('GET', download.Url, { headers: { 'user-agent': userAgent(api.profile) } });
  if (answer.status !== 200) {
    link.note(`the download of ${id} was answered with ${answer.status}`);
    return undefined;
  }
  const faults = await bookFileFaults(download.Format, answer);
  for (const fault of faults) link.note(`the download of ${id} ${fault}`);
  return { file: answer.bytes, fileName: savedName(answer) };
}

async function currentDownload(api: DeviceApi, id: string): Promise<DownloadUrl | undefined> {
  const { link } = api;
  const answer = BookMetadataAnswer.safeParse(await api.get(`/v1/library/${id}/metadata`));
  if (!answer.success) {
    link.note(`the metadata of ${id} is not what a device reads: ${z.prettifyError(answer.error)}`);
    return undefined;
  }
  const [metadata, ...more] = answer.data;
  if (!metadata || more.length > 0) link.note(`the metadata of ${id} is a list of ${answer.data.length}`);
  if (metadata && metadata.EntitlementId !== id) link.note(`the metadata of ${id} is of ${metadata.EntitlementId}`);
  return metadata?.DownloadUrls[0];
}
