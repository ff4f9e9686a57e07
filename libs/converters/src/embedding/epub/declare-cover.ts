import { DomainError } from '@octavo/domain';
import { escapeAttribute } from '../../kepub/tag-source.js';
import { attributeOf, firstNamed, type MarkupElement } from '../markup/markup.js';
import type { CoverPlan } from './cover.js';
import type { PackageDraft } from './package-draft.js';

const COVER = 'cover-image';

/**
 * Calls one item the cover: by its property in EPUB 3 (§D.6.1) and wherever such properties are used, by the meta that
 * most reading programs know in EPUB 2 and wherever there is one. Throws 'file.unreadable' without a manifest.
 */
export function declareCover(draft: PackageDraft, { id: known, item: added }: CoverPlan): void {
  const { elements } = draft;
  const items = elements.items();
  const usesProperty = draft.version === 3 || items.some((item) => propertiesOf(item).includes(COVER));
  const id = added ? addItem(draft, added, usesProperty) : known;
  if (id === undefined) return;
  for (const item of items) {
    const isCover = attributeOf(item, 'id')?.trim() === id;
    const properties = propertiesOf(item);
    if (!usesProperty || properties.includes(COVER) === isCover) continue;
    const wanted = isCover ? [...properties, COVER] : properties.filter((word) => word !== COVER);
    if (wanted.length > 0) draft.setAttribute(item, 'properties', wanted.join(' '));
    else draft.removeAttribute(item, 'properties');
  }
  if (draft.version === 2 || elements.named('cover').length > 0) draft.setNamed('cover', id);
}

function propertiesOf(item: MarkupElement): string[] {
  return (attributeOf(item, 'properties') ?? '').split(/\s+/).filter((word) => word !== '');
}

function addItem(draft: PackageDraft, item: NonNullable<CoverPlan['item']>, usesProperty: boolean): string {
  const { markup, root } = draft.elements;
  const manifest = firstNamed(markup, 'manifest', root);
  if (!manifest) throw new DomainError('file.unreadable', 'The book has no manifest that a cover could be listed in.');
  const id = draft.newId('cover-image');
  const element = manifest.tag.name.replace(/[^:]*$/, 'item');
  const properties = usesProperty ? ` properties="${COVER}"` : '';
  const attributes = `id="${escapeAttribute(id)}" href="${item.href}" media-type="${item.mediaType}"${properties}`;
  draft.edits.append(manifest, `<${element} ${attributes}/>`);
  return id;
}
