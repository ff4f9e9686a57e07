const NAME = /<[^\s/>]+/y;
const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/y;

/** Text as it may stand between tags. */
export function escapeText(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A value as it may stand between double quotes. */
export function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** A well-formed start tag's source with one attribute set, in its place where it was there already. */
export function setAttribute(tag: string, name: string, value: string): string {
  const written = ` ${name}="${escapeAttribute(value)}"`;
  const there = findAttribute(tag, name);
  if (there) return tag.slice(0, there.start) + written + tag.slice(there.end);
  const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
  return tag.slice(0, end).trimEnd() + written + tag.slice(end);
}

/** A well-formed start tag's source without one attribute. */
export function removeAttribute(tag: string, name: string): string {
  const there = findAttribute(tag, name);
  return there ? tag.slice(0, there.start) + tag.slice(there.end) : tag;
}

/** With the white space before it. Attributes are read one by one, so that no value is taken for one. */
function findAttribute(tag: string, name: string): { start: number; end: number } | undefined {
  NAME.lastIndex = 0;
  NAME.exec(tag);
  ATTRIBUTE.lastIndex = NAME.lastIndex;
  for (;;) {
    const start = ATTRIBUTE.lastIndex;
    const attribute = ATTRIBUTE.exec(tag);
    if (!attribute) return undefined;
    if (attribute[1] === name) return { start, end: ATTRIBUTE.lastIndex };
  }
}

/** `<br>` becomes `<br/>`. */
export function closeItself(tag: string): string {
  return tag.endsWith('/>') ? tag : `${tag.slice(0, -1).trimEnd()}/>`;
}

/** `<i/>` becomes `<i>`. */
export function leaveOpen(tag: string): string {
  return tag.endsWith('/>') ? `${tag.slice(0, -2).trimEnd()}>` : tag;
}
