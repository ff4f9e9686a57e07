import { DomainError } from '@octavo/domain';
import { PageRefused } from './limits.js';
import type { PagePlan } from './page-plan.js';
import { DECLARATION, withoutDeclaration } from './prologue.js';
import { refuseCrowded } from './refuse-crowded.js';
import { needsMore, resolveReferences } from './references.js';
import { withReplacements } from './replacements.js';
import { rewritePlainXhtml, rewriteXhtml } from './rewrite-xhtml.js';
import { NotWellFormed } from './xml-listener.js';
import { tidyHtml } from './tidy-html.js';

export type PageResult =
  /** `remark` says what of the plan was left out, and why. */
  | { kind: 'converted'; text: string; tolerant: boolean; remark?: string }
  /** The page stays as it is, for this reason. */
  | { kind: 'skipped'; reason: string };

/**
 * One content document as a Kobo wants it: well-formed UTF-8 XHTML with the device's wrappers and spans. Pages that are
 * not well-formed are put in order by HTML's rules first. Throws 'archive.bomb' for a page that would take too much memory or
 * time, and nothing else.
 */
export function convertPage(source: string, plan: PagePlan): PageResult {
  try {
    refuseCrowded(source);
    const page = resolveReferences(withoutDeclaration(source));
    const strict = ifWellFormed(() => rewriteXhtml(page, plan));
    const text = strict ?? ifWellFormed(() => rewriteXhtml(tidyHtml(page), plan));
    if (text === undefined) return { kind: 'skipped', reason: 'it cannot be read as HTML either' };
    return finished(source, text, { tolerant: strict === undefined, replacements: plan.replacements });
  } catch (error) {
    if (error instanceof PageRefused) return { kind: 'skipped', reason: error.message };
    throw error;
  }
}

/**
 * The same, in three quarters of the time, for a page that is written as nearly all are and a plan that is for bytes. Both
 * texts are the bytes of their UTF-8, a unit of the string for each. Undefined for every other page, which is for
 * convertPage; so is whatever there is to say of it.
 */
export function convertPlainPage(bytes: string, plan: PagePlan): string | undefined {
  try {
    refuseCrowded(bytes);
    const page = withoutDeclaration(bytes);
    return needsMore(page) ? undefined : rewritePlainXhtml(page, plan);
  } catch (error) {
    if (error instanceof PageRefused || error instanceof NotWellFormed || error instanceof DomainError)
      return undefined;
    throw error;
  }
}

/** A page that needed nothing has been here before, and had its texts replaced then. */
function finished(
  source: string,
  text: string,
  { tolerant, replacements }: Pick<PagePlan, 'replacements'> & { tolerant: boolean },
): PageResult {
  if (replacements.length === 0 || text === source) return { kind: 'converted', text, tolerant };
  const { page, leftOut } = withReplacements(text.slice(DECLARATION.length + 1), replacements);
  const remark = leftOut && `its texts were not replaced: ${leftOut}`;
  return { kind: 'converted', text: `${DECLARATION}\n${page}`, tolerant, remark };
}

function ifWellFormed(rewrite: () => string): string | undefined {
  try {
    return rewrite();
  } catch (error) {
    if (error instanceof NotWellFormed) return undefined;
    throw error;
  }
}
