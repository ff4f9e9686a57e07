import { escaped } from './markup.js';
import type { Told } from './write-multistatus.js';

/** Nothing is loaded or run on it. */
export const PAGE_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** A folder for whoever opens it in a browser: a plain list of links, piece by piece. */
export function* folderPage(title: string, things: readonly Told[]): Generator<string> {
  const name = escaped(title);
  yield `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${name}</title>`;
  yield `<meta name="viewport" content="width=device-width"></head>\n<body><h1>${name}</h1>\n<ul>\n`;
  for (const { href, node } of things) {
    const label = `${node.name}${node.kind === 'folder' ? '/' : ''}`;
    yield `<li><a href="${escaped(href)}">${escaped(label)}</a></li>\n`;
  }
  yield '</ul></body></html>\n';
}
