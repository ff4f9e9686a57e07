const LAST_ASCII = 127;

function tableOf(characters: RegExp): Uint8Array {
  return Uint8Array.from({ length: LAST_ASCII + 1 }, (_, code) => (characters.test(String.fromCharCode(code)) ? 1 : 0));
}

// XML 1.0 §2.3, as far as ASCII goes. A name with any other letter is not plain.
const NAME_START = tableOf(/[A-Za-z_:]/);
const NAME = tableOf(/[\w:.-]/);
const SPACE = tableOf(/[ \t\n\r]/);

export const REFERENCE = /&(?:amp|lt|gt|quot|apos|#(\d{1,7})|#x([\da-fA-F]{1,6}));/y;
const REFERENCES = new RegExp(REFERENCE.source, 'g');
const NAMED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};
const ATTRIBUTE = /([\w:.-]+)[ \t\n\r]*=[ \t\n\r]*(?:"([^"]*)"|'([^']*)')/g;

/** Where the name that begins here ends; `at` itself when none begins. */
export function endOfName(source: string, at: number): number {
  if (NAME_START[source.charCodeAt(at)] !== 1) return at;
  let end = at + 1;
  while (NAME[source.charCodeAt(end)] === 1) end += 1;
  return end;
}

/** Where the white space that begins here ends. */
export function endOfSpace(source: string, at: number): number {
  let end = at;
  while (SPACE[source.charCodeAt(end)] === 1) end += 1;
  return end;
}

/** True for a number a character reference may have: XML 1.0 §2.2 allows neither controls nor halves of pairs. */
export function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
}

/** XML 1.0 §2.11: whatever ended a line, it is told as a line feed. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** With XML's five names and the numbers resolved; all of them hold. */
export function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCES, (whole, decimal?: string, hex?: string) => {
    if (decimal === undefined && hex === undefined) return NAMED[whole] ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal));
  });
}

/** The attributes of a start tag, of which `written` is what stands behind the name. Values as XML 1.0 §3.3.3 has them. */
export function attributesOf(written: string): Record<string, string> {
  const attributes = Object.create(null) as Record<string, string>;
  for (const [, name = '', double, single] of written.matchAll(ATTRIBUTE)) {
    attributes[name] = resolved((double ?? single ?? '').replace(/\r\n|[\t\n\r]/g, ' '));
  }
  return attributes;
}
