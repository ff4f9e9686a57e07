import { configure, TextWriter, Uint8ArrayReader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import type { Answer } from './device-link.js';

configure({ useWebWorkers: false });

/** What is wrong with a downloaded book, in words; empty if nothing. `format` is what its metadata promised. */
export async function bookFileFaults(format: string, { headers, bytes }: Answer): Promise<string[]> {
  const names = fileNames(headers.get('content-disposition'));
  const faults = headerFaults(headers, bytes.length);
  if (names.length === 0) faults.push('has no file name');
  const [first = ''] = names;
  const isKepub = format === 'KEPUB' || (format === 'EPUB3FL' && isKepubName(first));
  // the renderer is chosen by the extension alone
  for (const name of names) {
    if (isKepubName(name) !== isKepub) faults.push(`is ${format} and called ${name}`);
  }
  return [...faults, ...(await contentFaults(isKepub ? 'KEPUB' : format, bytes))];
}

/** Pages of fixed size may be in either dialect: what they are announced as decides how they are shown. */
const isKepubName = (name: string) => name.endsWith('.kepub.epub');

/** The file name a device would save the answer under. */
export function savedName({ headers }: Answer): string | undefined {
  return fileNames(headers.get('content-disposition')).at(-1);
}

function headerFaults(headers: Headers, size: number): string[] {
  const faults: string[] = [];
  const length = headers.get('content-length');
  if (length === null) faults.push('has no Content-Length');
  else if (Number(length) !== size) faults.push(`says Content-Length ${length} and has ${size} bytes`);
  if (headers.has('content-encoding')) faults.push('is compressed once more');
  const type = headers.get('content-type');
  if (type?.split(';')[0] !== 'application/epub+zip') faults.push(`is of type ${type}`);
  return faults;
}

/** The plain form and the extended one (RFC 6266), in this order, where they are given. */
export function fileNames(disposition: string | null): string[] {
  const plain = /filename="((?:[^"\\]|\\.)*)"/i.exec(disposition ?? '')?.[1];
  const extended = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition ?? '')?.[1];
  return [plain, extended && decodeURIComponent(extended)].filter((name) => name !== undefined);
}

async function contentFaults(format: string, bytes: Uint8Array): Promise<string[]> {
  const zip = new ZipReader(new Uint8ArrayReader(bytes));
  try {
    const entries = (await zip.getEntries()).filter((entry): entry is FileEntry => !entry.directory);
    const faults = entries[0]?.filename === 'mimetype' ? [] : ['does not begin with its mimetype'];
    const spans = await hasKoboSpans(entries);
    if (spans !== (format === 'KEPUB')) faults.push(`is ${format} and ${spans ? 'has' : 'has no'} koboSpans`);
    return faults;
  } catch (error) {
    return [`cannot be opened: ${String(error)}`];
  } finally {
    await zip.close();
  }
}

async function hasKoboSpans(entries: FileEntry[]): Promise<boolean> {
  for (const entry of entries.filter(({ filename }) => /\.x?html?$/i.test(filename))) {
    const text = await entry.getData(new TextWriter());
    if (text.includes('koboSpan')) return true;
  }
  return false;
}
