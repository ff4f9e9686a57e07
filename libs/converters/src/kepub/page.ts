import { marginStyle } from './head.js';
import { PageRefused } from './limits.js';
import { DECLARATION, withoutDeclaration } from './prologue.js';
import { resolveReferences } from './references.js';
import { rewriteXhtml } from './rewrite-xhtml.js';
import { NotWellFormed } from './scan-xml.js';
import { tidyHtml } from './tidy-html.js';

export type PageResult =
  | { kind: 'converted'; text: string; tolerant: boolean }
  /** The page stays as it is, for this reason. */
  | { kind: 'skipped'; reason: string };

/**
 * One content document as a Kobo wants it: well-formed UTF-8 XHTML with the device's wrappers and spans. Pages that are
 * not well-formed are put in order by HTML's rules first. Throws 'archive.bomb' for a page that would take too much memory or
 * time, and nothing else.
 *
 * `epubVersion` is the package's, "2.0" or "3.0": XHTML 1.1 and HTML differ in what a style may carry.
 */
export function convertPage(source: string, epubVersion: string): PageResult {
  const style = marginStyle(epubVersion);
  try {
    const page = resolveReferences(withoutDeclaration(source));
    const strict = ifWellFormed(() => rewriteXhtml(page, style));
    const body = strict ?? ifWellFormed(() => rewriteXhtml(tidyHtml(page), style));
    if (body === undefined) return { kind: 'skipped', reason: 'it cannot be read as HTML either' };
    return { kind: 'converted', text: `${DECLARATION}\n${body}`, tolerant: strict === undefined };
  } catch (error) {
    if (error instanceof PageRefused) return { kind: 'skipped', reason: error.message };
    throw error;
  }
}

function ifWellFormed(rewrite: () => string): string | undefined {
  try {
    return rewrite();
  } catch (error) {
    if (error instanceof NotWellFormed) return undefined;
    throw error;
  }
}
