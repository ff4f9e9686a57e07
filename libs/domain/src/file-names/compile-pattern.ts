/** What users may ask for between braces, and how it is found in a name. */
export const PLACEHOLDERS = [
  'Title',
  'Subtitle',
  'Authors',
  'SeriesName',
  'SeriesNumber',
  'SeriesTotal',
  'Published',
  'Publisher',
  'Language',
  'ISBN10',
  'ISBN13',
  'ASIN',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** Text that must be there as it is, or a place for something. '*' is a place for what is of no interest. */
export type PatternElement =
  | { is: 'literal'; text: string }
  | { is: 'text'; field: Placeholder | '*'; greedy: boolean }
  | { is: 'form'; field: Placeholder; form: RegExp; dateOrder: readonly DatePart[] };

export type DatePart = 'year' | 'month' | 'day';

/** A compiled pattern; `folders` says how many folders of the path it speaks of beside the name. */
export interface FileNamePattern {
  elements: readonly PatternElement[];
  folders: number;
}

const MAX_LENGTH = 500;
const MAX_ELEMENTS = 60;

/** Sticky, so that each is tried at one place only, and bounded. */
const FORMS: Partial<Record<Placeholder, string>> = {
  SeriesNumber: '\\d{1,6}(?:[.,]\\d{1,3})?',
  SeriesTotal: '\\d{1,6}',
  ISBN10: '[\\dXx][\\dXx -]{8,15}[\\dXx]',
  ISBN13: '97[89][\\d -]{9,16}\\d',
  ASIN: '[A-Za-z0-9]{10}',
};
const DATE_PARTS: readonly (readonly [token: string, part: DatePart, digits: string])[] = [
  ['yyyy', 'year', '(\\d{4})'],
  ['MM', 'month', '(\\d{2})'],
  ['dd', 'day', '(\\d{2})'],
  ['M', 'month', '(\\d{1,2})'],
  ['d', 'day', '(\\d{1,2})'],
];

/**
 * "{Authors} - {SeriesName} #{SeriesNumber} - {Title}" as a pattern for `parseFileName`: everything outside of braces
 * stands for itself, "*" skips, "/" parts folders, "{Published:dd.MM.yyyy}" is a date in that form and "{Published}" a
 * year or a date from year to day. The last text takes as much as it can, those before as little. Undefined for an
 * empty pattern, an unknown placeholder, one without any, and for what is too long to be meant.
 */
export function compilePattern(text: string): FileNamePattern | undefined {
  const pattern = text.normalize('NFC').trim();
  if (pattern === '' || pattern.length > MAX_LENGTH) return undefined;
  const pieces = pattern.split(/(\{[^{}]*\}|\*)/).filter((piece) => piece !== '');
  const elements = pieces.map(elementOf);
  if (pieces.length > MAX_ELEMENTS || elements.includes(undefined)) return undefined;
  const known = elements.filter((element) => element !== undefined);
  if (!known.some((element) => element.is !== 'literal' && element.field !== '*')) return undefined;
  const last = known.findLastIndex(({ is }) => is === 'text');
  return {
    elements: known.map((element, at) => (element.is === 'text' ? { ...element, greedy: at === last } : element)),
    folders: pattern.split('/').length - 1,
  };
}

function elementOf(piece: string): PatternElement | undefined {
  if (piece === '*') return { is: 'text', field: '*', greedy: false };
  if (!piece.startsWith('{') || !piece.endsWith('}')) return { is: 'literal', text: piece };
  const [name = '', format] = splitOnce(piece.slice(1, -1));
  const field = PLACEHOLDERS.find((known) => known.toLowerCase() === name.trim().toLowerCase());
  if (field === undefined) return undefined;
  if (field === 'Published') return dateElement(format?.trim());
  const form = FORMS[field];
  return form === undefined
    ? { is: 'text', field, greedy: false }
    : { is: 'form', field, form: new RegExp(form, 'y'), dateOrder: [] };
}

function splitOnce(text: string): [string, string?] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text] : [text.slice(0, colon), text.slice(colon + 1)];
}

/** "dd.MM.yyyy" -> a form with a group for each part; undefined for a format without a year or with a slash. */
function dateElement(format?: string): PatternElement | undefined {
  if (!format)
    return {
      is: 'form',
      field: 'Published',
      form: /(\d{4})(?:[-.](\d{2})(?:[-.](\d{2}))?)?/y,
      dateOrder: ['year', 'month', 'day'],
    };
  if (format.includes('/')) return undefined;
  const dateOrder: DatePart[] = [];
  let source = '';
  for (let rest = format; rest !== '';) {
    const part = DATE_PARTS.find(([token]) => rest.startsWith(token));
    if (part) dateOrder.push(part[1]);
    source += part ? part[2] : (rest[0] ?? '').replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
    rest = rest.slice(part ? part[0].length : 1);
  }
  if (!dateOrder.includes('year') || new Set(dateOrder).size < dateOrder.length) return undefined;
  return { is: 'form', field: 'Published', form: new RegExp(source, 'y'), dateOrder };
}
