import { foldText } from '@octavo/domain';
import { parseDocument } from 'htmlparser2';
import sanitizeHtml from 'sanitize-html';
import { textOf } from '../xml/xml.js';
import { plainText } from './plain-text.js';

// Enough for every blurb; an attachment of the whole text is none.
const MAX_LENGTH = 100_000;
const ESCAPED_TAG = /&(?:amp;)?lt;\/?[a-z]/i;
const TAG = /<\/?[a-z][^<>]*>/i;

/**
 * A blurb, however it was written, as safe HTML. Undefined when there is none worth showing: the title again, an
 * address, "Unknown".
 */
export function blurbFrom(text: string, title?: string): string | undefined {
  const html = asHtml(text.slice(0, MAX_LENGTH));
  const words = plainText(html.slice(0, 2000));
  if (words === '' || /^(?:https?:\/\/\S+|unknown|none|n\/a)$/i.test(words)) return undefined;
  return title !== undefined && foldText(words) === foldText(title) ? undefined : html;
}

/** Markup in any of the ways it is put into a package: as elements, escaped once or twice, or not at all. */
function asHtml(text: string): string {
  let html = text;
  for (let round = 0; round < 2 && ESCAPED_TAG.test(html); round++)
    html = parseDocument(html).children.map(textOf).join('');
  return sanitiseHtml(TAG.test(html) ? html : paragraphs(html));
}

function paragraphs(text: string): string {
  const blocks = text
    .split(/\r?\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  return blocks.map((block) => `<p>${block.replaceAll('<', '&lt;').replace(/\r?\n/g, '<br>')}</p>`).join('\n');
}

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'b',
    'strong',
    'i',
    'em',
    'u',
    's',
    'ul',
    'ol',
    'li',
    'blockquote',
    'h3',
    'h4',
    'h5',
    'h6',
    'a',
  ],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https'],
  allowProtocolRelative: false,
  nestingLimit: 50,
  exclusiveFilter: ({ tag, text }) => tag === 'p' && text.trim() === '',
  transformTags: {
    h1: 'h3',
    h2: 'h3',
    a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow' }),
  },
};

/** Where a text has no paragraphs, its divisions are them. */
const WITH_DIVISIONS: sanitizeHtml.IOptions = { ...OPTIONS, transformTags: { ...OPTIONS.transformTags, div: 'p' } };

/** Keeps the tags of running text and nothing that loads, runs or looks like the page around it. */
export function sanitiseHtml(html: string): string {
  const options = /<p[\s>/]/i.test(html) ? OPTIONS : WITH_DIVISIONS;
  return sanitizeHtml(html, options)
    .replace(/\p{Cc}/gu, keepLineEnds)
    .trim();
}

function keepLineEnds(control: string): string {
  return control === '\n' || control === '\t' ? control : '';
}
