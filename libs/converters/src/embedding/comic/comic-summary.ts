import { fieldText } from '../description-text.js';

const PLAIN_HTML = /^(?:<\/?p>|<br ?\/?>|[^<])*$/;
const REFERENCES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/**
 * A description as the text of a summary: plain, with an empty line between paragraphs, since most programs show it as
 * it stands; with its tags where it has more to it, or our reader would tell it otherwise. `read` gives what that makes
 * of a summary.
 */
export async function summaryText(html: string, read: (text: string) => Promise<string | undefined>): Promise<string> {
  const plain = PLAIN_HTML.test(html) ? plainText(html) : undefined;
  return plain !== undefined && (await read(plain)) === html ? plain : fieldText(html);
}

function plainText(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/ ?<br ?\/?> ?/g, '\n')
    .replace(/ ?<\/?p> ?/g, '\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (reference) => REFERENCES[reference] ?? reference)
    .trim();
}
