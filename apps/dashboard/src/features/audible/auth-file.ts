import type { AudibleImport, Problem } from '@octavo/contracts';

/** As many characters as the server takes. */
const LONGEST = 1_500_000;
/** What a decoder puts in the place of bytes that are no UTF-8. */
const NO_TEXT = '\uFFFD';

/** A file with credentials as it is sent. */
export type AuthFile = Pick<AudibleImport, 'authFile' | 'encoding'>;

/** What an import may be asked for beside the file. */
export type AskedFor = 'password' | 'country';

/**
 * A file's bytes as they are sent: JSON as the text it is, everything else (the encrypted form of audible-cli is plain
 * bytes) as base64. Undefined for what is empty or far too large to be such a file.
 */
export function authFileOf(bytes: Uint8Array): AuthFile | undefined {
  if (bytes.length === 0 || bytes.length > LONGEST) return undefined;
  const text = jsonText(bytes);
  if (text !== undefined) return { authFile: text, encoding: 'text' };
  const encoded = base64Of(bytes);
  return encoded.length > LONGEST ? undefined : { authFile: encoded, encoding: 'base64' };
}

/** What the server needs besides, by what it said to a file: its password, or the country that it does not tell. */
export function askedForBy(problem: Problem | undefined): AskedFor | undefined {
  if (!problem) return undefined;
  const { type, detail, errors = [] } = problem;
  const code = type.split('/').at(-1);
  if (code === 'audible.auth-file-locked' || errors.some(({ path }) => path === 'password')) return 'password';
  if (errors.some(({ path }) => path === 'country')) return 'country';
  return code === 'audible.auth-file-unusable' && /\b(country|marketplace)\b/i.test(detail) ? 'country' : undefined;
}

function jsonText(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  // Where the bytes are no text, it would not be the same bytes again.
  if (text.includes(NO_TEXT)) return undefined;
  try {
    JSON.parse(text);
    return text;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // Not all at once: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8_192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return btoa(pieces.join(''));
}
