import { DomainError } from '@octavo/domain';
import { decodeXml } from '@octavo/formats';
import { PageRefused } from '../../kepub/limits.js';
import { DECLARATION, withoutDeclaration } from '../../kepub/prologue.js';
import { resolveReferences } from '../../kepub/references.js';
import { NotWellFormed } from '../../kepub/xml-listener.js';
import { parseMarkup, type Markup } from './markup.js';

// Of XML 1.1, which strict readers refuse, or of an encoding the result will not be in.
const MISLEADING = /^\s*<\?xml(?:[^>]*\sversion\s*=\s*["']1\.1|[^>]*\sencoding\s*=\s*["'](?!utf-?8["']))/i;

/**
 * The bytes of an XML file as a text that may be edited and written as UTF-8: as it is where that is well-formed and
 * true; else with a declaration that is, its own entities in place, and stray ampersands escaped, as our readers see it.
 * Throws 'file.unreadable' for what is not well-formed even then, `what` names it; 'archive.bomb' for entities that grow
 * without bound.
 */
export function editableXml(bytes: Uint8Array, what: string): Markup {
  const { text, encoding } = decodeXml(bytes);
  const isTrue = /^utf-?8$/i.test(encoding) && !MISLEADING.test(text);
  const markup = (isTrue ? ifWellFormed(text) : undefined) ?? ifWellFormed(mended(text, what));
  if (markup) return markup;
  throw new DomainError('file.unreadable', `${what} is not well-formed XML, so nothing can be written into it.`);
}

function ifWellFormed(text: string): Markup | undefined {
  try {
    return parseMarkup(text);
  } catch (error) {
    if (error instanceof NotWellFormed) return undefined;
    throw error;
  }
}

function mended(text: string, what: string): string {
  try {
    return `${DECLARATION}\n${withAmpersandsEscaped(resolveReferences(withoutDeclaration(text)))}`;
  } catch (error) {
    if (!(error instanceof PageRefused)) throw error;
    throw new DomainError('file.unreadable', `${what} cannot be read: ${error.message}.`);
  }
}

const STRAY_OR_VERBATIM = /&(?!#\d+;|#x[\da-fA-F]+;|(?:amp|lt|gt|quot|apos);)|<!--|<!\[CDATA\[|<\?/g;
const ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' };

/** In comments, CDATA sections and instructions an ampersand is one. */
function withAmpersandsEscaped(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  STRAY_OR_VERBATIM.lastIndex = 0;
  for (let found = STRAY_OR_VERBATIM.exec(text); found; found = STRAY_OR_VERBATIM.exec(text)) {
    const [opening] = found;
    const closing = ENDS[opening];
    if (closing === undefined) {
      parts.push(text.slice(copied, found.index), '&amp;');
      copied = found.index + 1;
    } else {
      const end = text.indexOf(closing, found.index + opening.length);
      STRAY_OR_VERBATIM.lastIndex = end < 0 ? text.length : end;
    }
  }
  return parts.join('') + text.slice(copied);
}
