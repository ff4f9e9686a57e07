import { foldText } from '@octavo/domain';
import sanitizeHtml from 'sanitize-html';
import { plainText, unmarked } from './clean-text.js';

// Enough for every blurb; what is longer is none.
const MAX_LENGTH = 100_000;
const ESCAPED_TAGS = /&(?:amp;)?lt;\/?[a-z]/gi;
const TAGS = /<\/?[a-z][^<>]*>/gi;
const MAX_ESCAPES = 2;

/**
 * What a provider tells of a book, as safe HTML: with markup, with markup escaped once or twice, or as plain text with
 * blank lines between its paragraphs. Undefined when there is nothing worth showing: the title again, an address.
 */
export function descriptionFrom(text: string, title?: string): string | undefined {
  const html = asHtml(text.slice(0, MAX_LENGTH));
  const words = plainText(html.slice(0, 2000));
  if (words === '' || /^(?:https?:\/\/\S+|unknown|none|null|n\/a)$/i.test(words)) return undefined;
  return title !== undefined && foldText(words) === foldText(title) ? undefined : html;
}

function asHtml(text: string): string {
  let html = text;
  for (let round = 0; round < MAX_ESCAPES && isEscaped(html); round++) html = unmarked(html);
  return sanitised(count(html, TAGS) > 0 ? html : paragraphs(html));
}

/** A book on programming speaks of tags, within markup of its own: that is not escaped. */
function isEscaped(html: string): boolean {
  return count(html, ESCAPED_TAGS) > count(html, TAGS);
}

function count(html: string, tags: RegExp): number {
  return html.match(tags)?.length ?? 0;
}

function paragraphs(text: string): string {
  const blocks = text
    .split(/\r?\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  return blocks.map((block) => `<p>${block.replaceAll('<', '&lt;').replace(/\r?\n/g, '<br>')}</p>`).join('\n');
}

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: 'p br b strong i em u s ul ol li blockquote h3 h4 h5 h6 a'.split(' '),
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https'],
  allowProtocolRelative: false,
  nestingLimit: 50,
  exclusiveFilter: ({ tag, text, attribs }) => {
    // Links within the shop lead nowhere from a book's page: their words stay.
    if (tag === 'a' && !/^https?:\/\//i.test(attribs.href ?? '')) return 'excludeTag';
    return tag === 'p' && text.trim() === '';
  },
  transformTags: {
    h1: 'h3',
    h2: 'h3',
    a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow' }),
  },
};

/** Where a text has no paragraphs, its divisions are them. */
const WITH_DIVISIONS: sanitizeHtml.IOptions = { ...OPTIONS, transformTags: { ...OPTIONS.transformTags, div: 'p' } };

/** Keeps the tags of running text and nothing that loads, runs or looks like the page around it. */
function sanitised(html: string): string {
  return sanitizeHtml(html, /<p[\s>/]/i.test(html) ? OPTIONS : WITH_DIVISIONS)
    .replace(/(?:<br \/>\s*){3,}/g, '<br /><br />')
    .replace(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : ''))
    .trim()
    .normalize('NFC')
    .toWellFormed();
}
