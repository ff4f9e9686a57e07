/** A text as it stands in a page or an attribute. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A value as it stands in a script, which no text within may close. */
export function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** Words of a title as addresses have them: "The-Lost-Tower". */
export function slugOf(title: string): string {
  return (
    title
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'x'
  );
}

/** HTML paragraphs as plain ones, with a blank line between them; whatever else is in them stays. */
export function plainParagraphs(html: string): string {
  return html
    .replace(/<\/p>\s*<p>/g, '\r\n\r\n')
    .replace(/<\/?[pbi]>/g, '')
    .replaceAll('&amp;', '&');
}
