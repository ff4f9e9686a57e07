import { isObject, type Json } from './library/json-value.js';

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];
/** Of the objects in a list that is a member of the whole. */
const ROW_DEPTH = 3;

interface Span {
  from: number;
  to: number;
}

/**
 * JSON in UTF-8, as JSON.parse would give it. Rows, the objects in lists of the outermost object, are read one by one: a
 * page of a thousand titles as one text takes as much memory as all else that is done with it. Throws SyntaxError.
 */
export function parseByRows(bytes: Uint8Array): Json {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const rows = rowsIn(bytes);
  const rest = rows.map(({ from }, at) => [
    decoder.decode(bytes.subarray(rows[at - 1]?.to ?? 0, from)),
    `{"at":${at}}`,
  ]);
  const end = decoder.decode(bytes.subarray(rows.at(-1)?.to ?? 0));
  const whole = JSON.parse([...rest.flat(), end].join('').replace(/^\ufeff/, '')) as Json;
  if (rows.length === 0 || !isObject(whole)) return whole;
  // Whatever is an object in these lists stands for a row.
  const rowAt = ({ from, to }: Span) => JSON.parse(decoder.decode(bytes.subarray(from, to))) as Json;
  for (const list of Object.values(whole).filter(Array.isArray) as Json[][])
    for (const [at, entry] of list.entries()) if (isObject(entry)) list[at] = rowAt(rows[entry['at'] as number]!);
  return whole;
}

/** Where rows begin and end. What is no JSON has spans that cannot be read. */
function rowsIn(bytes: Uint8Array): Span[] {
  const rows: Span[] = [];
  const opened: number[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte === QUOTE) at = endOfText(bytes, at);
    else if (byte === OBJECT || byte === LIST) {
      opened.push(byte);
      if (isRow(opened)) from = at;
    } else if (byte === OBJECT_END || byte === LIST_END) {
      if (isRow(opened)) rows.push({ from, to: at + 1 });
      opened.pop();
    }
  }
  return rows;
}

const isRow = (opened: readonly number[]) =>
  opened.length === ROW_DEPTH && opened[0] === OBJECT && opened[1] === LIST && opened[2] === OBJECT;

/** Of the quote that ends the text which begins here. */
function endOfText(bytes: Uint8Array, begin: number): number {
  for (let at = begin + 1; at < bytes.length; at += 1) {
    if (bytes[at] === QUOTE) return at;
    if (bytes[at] === BACKSLASH) at += 1;
  }
  return bytes.length;
}
