const ESCAPED_TAG = /&(?:amp;)?lt;/;

/**
 * Safe HTML as the text of a field. Readers take "&lt;b&gt;" in such a text for a tag that was escaped once too often, so
 * what is meant as it stands is written in numbers.
 */
export function fieldText(html: string): string {
  if (!ESCAPED_TAG.test(html)) return html;
  return html.replace(/&amp;(?=lt;)/g, '&#38;').replace(/&lt;/g, '&#60;');
}

/**
 * A description in the form our reader tells it, which makes it safe; undefined for one that reader does not tell the
 * same way twice, or not at all. `read` gives what it makes of the text of a field.
 */
export async function settledDescription(
  html: string,
  read: (text: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const once = await read(fieldText(html));
  if (once === undefined) return undefined;
  return (await read(fieldText(once))) === once ? once : undefined;
}
