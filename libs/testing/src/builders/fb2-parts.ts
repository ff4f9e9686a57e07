export const FB2_ENCODINGS = ['utf-8', 'windows-1251', 'koi8-r', 'utf-16le', 'utf-16be'] as const;
export type Fb2Encoding = (typeof FB2_ENCODINGS)[number];

/** Bytes of a text; UTF-16 begins with its mark. Throws for a character the encoding does not have. */
export function encodedFb2(text: string, encoding: Fb2Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const bytes = singleBytes(encoding);
  return Uint8Array.from(text, (character) => {
    const byte = bytes.get(character);
    if (byte === undefined) throw new RangeError(`"${character}" is not in ${encoding}`);
    return byte;
  });
}

/** The runtime only decodes, so each of the 256 bytes is decoded once. */
function singleBytes(encoding: string): Map<string, number> {
  const decoder = new TextDecoder(encoding);
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
}

/** As the XML declaration names it. */
export function declaredName(encoding: Fb2Encoding): string {
  return encoding.startsWith('utf-16') ? 'UTF-16' : encoding;
}

/** Base64 in lines of 76 characters, as most tools write it. */
export function base64Lines(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
}

export function escapedXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

export interface Fb2Person {
  first?: string;
  middle?: string;
  last?: string;
  nickname?: string;
}

export function personElement(name: string, { first, middle, last, nickname }: Fb2Person): string {
  const part = (element: string, text: string | undefined) =>
    text === undefined ? '' : `<${element}>${escapedXml(text)}</${element}>`;
  const parts = [part('first-name', first), part('middle-name', middle), part('last-name', last)];
  return `<${name}>${parts.join('')}${part('nickname', nickname)}</${name}>`;
}
