import { decodeXml } from '@octavo/formats';

const META_CHARSET = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i;
const META_WITHIN = 4096;

/**
 * A page's bytes as text, in the encoding they are in. Where neither mark, declaration nor the bytes themselves tell,
 * what an HTML meta says counts.
 */
export function pageText(bytes: Uint8Array): string {
  const { text, encoding } = decodeXml(bytes);
  if (encoding !== 'windows-1252') return text;
  const named = META_CHARSET.exec(text.slice(0, META_WITHIN))?.[1];
  return (named === undefined ? undefined : decodedAs(named, bytes)) ?? text;
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (isAboutEncoding(error)) return undefined;
    throw error;
  }
}

/** Nobody knows the encoding, or the bytes are not in it. */
function isAboutEncoding(error: unknown): boolean {
  return error !== null && typeof error === 'object' && 'code' in error && /^ERR_ENCODING_/.test(String(error.code));
}
