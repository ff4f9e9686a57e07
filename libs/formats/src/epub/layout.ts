import type { ZipArchive } from '../zip/zip-archive.js';
import { MAX_XML } from './container.js';
import { decodeXml } from '../xml/decode-xml.js';
import type { MetadataEntry } from './package-document.js';

export type Layout = 'reflowable' | 'fixed';

/** EPUB 3.3 §8.2.2.1 rendition:layout; before it there were a meta of Amazon's and Kobo's, and Apple's options file. */
export async function readLayout(archive: ZipArchive, metadata: readonly MetadataEntry[]): Promise<Layout> {
  return metadata.some(saysFixed) || (await appleSaysFixed(archive)) ? 'fixed' : 'reflowable';
}

/** One entry of the metadata that calls the pages fixed. */
export function saysFixed({ name, attributes, text }: MetadataEntry): boolean {
  if (name !== 'meta') return false;
  const value = (text || (attributes['content'] ?? '')).trim().toLowerCase();
  if (attributes['property']?.trim() === 'rendition:layout') return value === 'pre-paginated';
  const key = attributes['name']?.trim().toLowerCase();
  return (key === 'fixed-layout' && value === 'true') || (key === 'rendition:layout' && value === 'pre-paginated');
}

async function appleSaysFixed(archive: ZipArchive): Promise<boolean> {
  const options = archive.find('META-INF/com.apple.ibooks.display-options.xml');
  if (options === undefined) return false;
  const { text } = decodeXml(await archive.bytes(options, MAX_XML));
  return /<option[^>]*name=["']fixed-layout["'][^>]*>\s*true\s*</i.test(text.slice(0, 50_000));
}
