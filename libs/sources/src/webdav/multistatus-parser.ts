import { SaxesParser, type SaxesTagNS } from 'saxes';
import { DavError } from './dav-error.js';
import { DAV, nameOfProp, type PropName } from './props.js';
import { entriesOf, newPropstat, newResponse, statusIn, withPropstat, type WrittenEntry } from './written-response.js';

const MOST_DEPTH = 32;
const MOST_TEXT = 8 * 1024;
/** Between two tags; before the first one stands only a declaration. In characters. */
const MOST_BETWEEN_TAGS = 64 * 1024;
const MOST_PROLOGUE = 8 * 1024;
const HEAD = 256;

/**
 * Reads a multistatus (RFC 4918 §13) as it comes. Elements count by their namespace and by where they stand, so neither
 * prefixes nor foreign properties with familiar names confuse it. A DOCTYPE is refused: no answer needs one, and what
 * entities can do to a reader needs one. Throws DavError 'malformed_response', as passing where the end is missing, and
 * 'not_webdav' for a page or XML of another kind.
 */
export class MultistatusParser {
  /** RFC 6578: where the next report goes on. */
  syncToken: string | undefined;
  /** So many elements directly in the root have come to their ends. */
  things = 0;
  private readonly xml = new SaxesParser({ xmlns: true, position: false });
  /** Names of the open elements; those of other namespaces are empty. */
  private readonly open: string[] = [];
  private readonly done: WrittenEntry[] = [];
  private response = newResponse();
  private propstat = newPropstat();
  private property: PropName | undefined;
  private text: string | undefined;
  private head = '';
  private begun = false;
  /** Places, in characters since the beginning: what was given, after the last tag, after the last thing in the root. */
  private given = 0;
  private tagEnd = 0;
  private thingEnd = -1;

  constructor() {
    // No more than these five: with seven handlers V8 keeps the parser as a dictionary, and it is four times as slow.
    this.xml.on('doctype', () => this.refuse());
    this.xml.on('opentag', (tag) => this.openTag(tag));
    this.xml.on('closetag', () => this.closeTag());
    this.xml.on('text', (text) => this.addText(text));
    this.xml.on('cdata', (text) => this.addText(text));
  }

  write(chunk: string): void {
    this.given += chunk.length;
    if (this.head.length < HEAD) this.head += chunk.slice(0, HEAD);
    inOurWords(
      () => this.xml.write(chunk),
      () => this.refuse(),
    );
  }

  /** To be asked now and then: that not everything lately was one text, comment or tag. */
  assertTags(): void {
    if (this.given - this.tagEnd > (this.begun ? MOST_BETWEEN_TAGS : MOST_PROLOGUE)) malformed();
  }

  /** Whether what was given ends right after the root's own tag, or right after the last tag of something in the root. */
  get isBetweenThings(): boolean {
    return this.thingEnd === this.given;
  }

  /** The answer has ended: it must have come to its own end too, or something was cut off. */
  close(): void {
    inOurWords(() => this.xml.close(), cutOff);
    if (!this.begun || this.open.length > 0) cutOff();
  }

  /** What was read since it was last asked. */
  take(): WrittenEntry[] {
    return this.done.splice(0);
  }

  private openTag({ uri, local }: SaxesTagNS): void {
    if (!this.begun) this.begin();
    this.tagEnd = this.xml.position;
    const { open } = this;
    const depth = open.push(uri === DAV ? local : '');
    if (depth > MOST_DEPTH) malformed();
    if (depth === 1 && open[0] !== 'multistatus') notWebdav();
    if (depth === 1) this.thingEnd = this.tagEnd;
    if (depth === 2 && open[1] === 'response') this.response = newResponse();
    if (depth === 2 && open[1] === 'sync-token') this.text = '';
    if (open[1] !== 'response') return;
    if (depth === 3) this.openInResponse(open[2]);
    if (open[2] !== 'propstat') return;
    if (depth === 4 && open[3] === 'status') this.text = '';
    if (open[3] !== 'prop') return;
    if (depth === 5) this.openProperty(uri, local);
    if (depth === 6 && open[4] === 'resourcetype' && open[5] === 'collection') this.propstat.props.collection = true;
    if (depth > 6 && open[4] === 'supported-report-set' && open[depth - 1] === 'sync-collection')
      this.propstat.props.syncCollection = true;
  }

  /** Pages for people are often no XML either; what they are is told by how they begin. */
  private refuse(): never {
    return /^\s*<!doctype\s+html\b/i.test(this.head) ? notWebdav() : malformed();
  }

  private begin(): void {
    this.begun = true;
    const { encoding } = this.xml.xmlDecl;
    if (encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding)) malformed();
  }

  private openInResponse(name: string | undefined): void {
    if (name === 'href' || name === 'status') this.text = '';
    if (name === 'propstat') this.propstat = newPropstat();
  }

  private openProperty(uri: string, local: string): void {
    this.property = nameOfProp(uri, local);
    if (this.property !== undefined) this.text = '';
  }

  private closeTag(): void {
    this.tagEnd = this.xml.position;
    const { open } = this;
    const depth = open.length;
    const name = open.pop();
    if (depth === 2) this.noteThing();
    if (depth === 2 && name === 'sync-token') this.syncToken = this.takeText();
    if (depth === 2 && name === 'response') this.done.push(...entriesOf(this.response));
    if (depth < 3 || open[1] !== 'response') return;
    if (depth === 3) this.closeInResponse(name);
    if (depth === 4 && open[2] === 'propstat' && name === 'status') this.propstat.status = statusIn(this.takeText());
    if (depth === 5 && open[2] === 'propstat' && open[3] === 'prop') this.closeProperty();
  }

  private noteThing(): void {
    this.things += 1;
    this.thingEnd = this.tagEnd;
  }

  private closeInResponse(name: string | undefined): void {
    if (name === 'href') this.response.hrefs.push(this.takeText());
    if (name === 'status') this.response.status = statusIn(this.takeText());
    if (name === 'propstat') withPropstat(this.response, this.propstat);
  }

  private closeProperty(): void {
    const text = this.takeText();
    if (this.property !== undefined && text !== undefined) this.propstat.props.text[this.property] = text;
    this.property = undefined;
  }

  private addText(text: string): void {
    if (this.text === undefined || this.text.length > MOST_TEXT) return;
    this.text = this.text === '' && text.length <= MOST_TEXT ? text : this.text + text.slice(0, MOST_TEXT + 1);
  }

  /** Undefined for what is too long to be what it should. */
  private takeText(): string | undefined {
    const { text } = this;
    this.text = undefined;
    return text === undefined || text.length > MOST_TEXT ? undefined : text;
  }
}

/** What the parser says quotes the answer, so nothing of it is kept. */
function inOurWords(parse: () => void, fail: () => never): void {
  try {
    parse();
  } catch (error) {
    if (error instanceof DavError) throw error;
    fail();
  }
}

function notWebdav(): never {
  throw new DavError('not_webdav');
}

function malformed(): never {
  throw new DavError('malformed_response');
}

/** What was lost on the way may come whole the next time. */
export function cutOff(cause?: unknown): never {
  throw new DavError('malformed_response', { cause, passing: true });
}
