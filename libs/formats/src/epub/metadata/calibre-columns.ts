import type { PackageMetadata } from './package-metadata.js';

/** A column a calibre user has added to the library, as calibre writes it into the book. */
export interface CalibreColumn {
  datatype: string;
  value: unknown;
  /** Of a series column: the number in the series. */
  extra: unknown;
}

const KEY = 'calibre:user_metadata';

/** By name with its '#'. EPUB 2 books carry one meta per column, EPUB 3 books one JSON object of all. */
export function calibreColumns(metadata: PackageMetadata): Map<string, CalibreColumn> {
  const columns = new Map<string, CalibreColumn>();
  const add = (name: string, column: unknown): void => {
    if (!isRecord(column)) return;
    const datatype = typeof column['datatype'] === 'string' ? column['datatype'] : '';
    columns.set(name, { datatype, value: column['#value#'], extra: column['#extra#'] });
  };
  for (const { name, content } of metadata.named(`${KEY}:`)) add(name.slice(KEY.length + 1), parseJson(content));
  for (const { text } of metadata.properties(KEY)) {
    const all = parseJson(text);
    if (isRecord(all)) for (const [name, column] of Object.entries(all)) add(name, column);
  }
  return columns;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
