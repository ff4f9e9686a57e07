import { plainText } from '../books/plain-text.js';

const PLAIN_TAGS = /<\/?(?:p|br)\s*\/?>/gi;

/**
 * A description as it is put into a text field: one of plain paragraphs without its markup, which the server puts back;
 * any other as the HTML it is, so that nothing of it is lost.
 */
export function editableBlurb(html: string): string {
  const rest = html.replace(PLAIN_TAGS, '');
  if (/[<>]/.test(rest)) return html;
  const paragraphs = html.split(/<\/p>/i).map((paragraph) => plainText(paragraph));
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}
