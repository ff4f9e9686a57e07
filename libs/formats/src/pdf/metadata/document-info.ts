import { repairedText } from './repaired-text.js';

/** The information dictionary (ISO 32000-1 §14.3.3), keys in lower case, and 'lang' of the catalogue. */
export type DocumentInfo = ReadonlyMap<string, string>;

const MAX_ENTRIES = 500;
/** In characters, of one entry. */
const MAX_TEXT = 100_000;

/** What pdf.js calls info, texts alone; what it adds by itself is left out. */
export function documentInfo(info: object): DocumentInfo {
  const { Custom: custom, Language: lang, ...own } = info as Record<string, unknown>;
  const entries = [
    ...Object.entries(own).filter(([key]) => STANDARD.has(key)),
    ...(isEntries(custom) ? [...custom].slice(0, MAX_ENTRIES) : []),
    ['Lang', lang],
  ];
  const texts = new Map<string, string>();
  for (const [key, value] of entries) {
    if (typeof key !== 'string' || typeof value !== 'string') continue;
    const text = repairedText(value.slice(0, MAX_TEXT)).trim();
    if (text !== '' && !texts.has(key.toLowerCase())) texts.set(key.toLowerCase(), text);
  }
  return texts;
}

const STANDARD = new Set(['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'ModDate']);

function isEntries(value: unknown): value is Iterable<[unknown, unknown]> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
