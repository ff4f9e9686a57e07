import { html, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isCode, isVoid } from './element-rules.js';
import { escapeAttribute, escapeText } from './tag-source.js';
import { withoutIllegal } from './xml-characters.js';

const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;

/** A parsed page as XHTML that is well-formed and that a parser of HTML reads the same way. */
export function serialiseXhtml(document: Tree.Document): string {
  return document.childNodes.map(node).join('');
}

function node(item: Tree.ChildNode): string {
  if ('value' in item) return escapeText(withoutIllegal(item.value));
  if ('data' in item) return comment(item.data);
  if ('tagName' in item) return element(item);
  return doctype(item);
}

function element(item: Tree.Element): string {
  const children = 'content' in item ? (item as Tree.Template).content.childNodes : item.childNodes;
  const content = isCode(item.tagName) ? code(item) : children.map(node).join('');
  // A name XML does not know ("<me@example.org>") is kept as an element, so that the text around it stays in two.
  const name = NAME.test(item.tagName) ? item.tagName : 'span';
  const attributes = item.attrs.map(attribute).join('');
  if (isVoid(name) && item.namespaceURI === html.NS.HTML) return `<${name}${attributes}/>`;
  return `<${name}${attributes}>${content}</${name}>`;
}

function attribute(item: Tree.Element['attrs'][number]): string {
  const name = item.prefix ? `${item.prefix}:${item.name}` : item.name;
  return NAME.test(name) ? ` ${name}="${escapeAttribute(withoutIllegal(item.value))}"` : '';
}

/** Scripts and styles hold no references in HTML; a CDATA section inside a comment of theirs suits both parsers. */
function code(item: Tree.Element): string {
  const source = withoutIllegal(item.childNodes.map((child) => ('value' in child ? child.value : '')).join(''));
  const text = source.replaceAll('<![CDATA[', '').replaceAll(']]>', ']] >');
  return /[<&]/.test(text) ? `/*<![CDATA[*/${text}/*]]>*/` : text;
}

/** XML 1.0 §2.5: no two hyphens inside, none at the end. */
function comment(data: string): string {
  return `<!--${withoutIllegal(data)
    .replace(/-(?=-)/g, '- ')
    .replace(/-$/, '- ')}-->`;
}

/** XML 1.0 §2.8: a public identifier is followed by a system identifier. */
function doctype(item: Tree.DocumentType): string {
  const quotable = !`${item.publicId}${item.systemId}`.includes('"');
  if (!item.systemId || !quotable) return '<!DOCTYPE html>';
  if (!item.publicId) return `<!DOCTYPE html SYSTEM "${item.systemId}">`;
  return `<!DOCTYPE html PUBLIC "${item.publicId}" "${item.systemId}">`;
}
