import type { Identifier } from '@octavo/domain';
import type { NewField } from './new-field.js';
import type { PackageDraft } from './package-draft.js';

/** Prefixes that make a value a URN of a registered kind (RFC 8141). */
const URN: Readonly<Record<string, string>> = { isbn: 'urn:isbn:', uuid: 'urn:uuid:' };
/** These name themselves. */
const ADDRESS = 'uri';

/**
 * Adds identifiers behind those there are. None of those is ever changed, moved or removed: the one that names the book
 * is what reading programs know it by, and what scrambled fonts are unscrambled with (EPUB 3.3 §4.4.2).
 */
export function addIdentifiers(draft: PackageDraft, missing: readonly Identifier[]): void {
  for (const identifier of missing) draft.addField(draft.version === 3 ? inEpub3(identifier) : inEpub2(identifier));
}

function inEpub3({ scheme, value }: Identifier): NewField {
  const urn = URN[scheme];
  const isPlain = urn !== undefined || scheme === ADDRESS;
  const refinements = isPlain ? [] : [{ property: 'identifier-type', value: scheme }];
  return { name: 'identifier', text: `${urn ?? ''}${value}`, refinements };
}

function inEpub2({ scheme, value }: Identifier): NewField {
  const attributes = scheme === ADDRESS ? undefined : { scheme: scheme.toUpperCase() };
  return { name: 'identifier', text: scheme === 'uuid' ? `${URN['uuid']}${value}` : value, attributes };
}
