import { DomainError } from '@octavo/domain';
import { SaxesParser, type SaxesTagNS } from 'saxes';

export const DAV = 'DAV:';

/** The largest question that is read, in bytes. */
export const MOST_BODY = 64 * 1024;

/** A property's name, as XML has it: a namespace, which may be empty, and a local name. */
export interface PropName {
  uri: string;
  local: string;
}

/** Which properties are asked for: all (and perhaps others), the names of all, or these. */
export type Wanted = { kind: 'all'; also: PropName[] } | { kind: 'names' } | { kind: 'these'; names: PropName[] };

/** Reserved by the namespaces of XML: no answer could declare it. */
const XML_ITSELF = 'http://www.w3.org/XML/1998/namespace';

const MOST_NAMES = 100;
const MOST_NAME = 256;
const MOST_DEPTH = 16;

/**
 * Reads the question of a PROPFIND (RFC 4918 §14.20); none at all asks for everything. Elements it may not know are
 * passed over (§17). Throws 'request.invalid' for what is no such question, has a DOCTYPE, which none needs, or asks for
 * more than a hundred properties, and 'request.too-large' above 64 kB.
 */
export function readPropfind(body: unknown): Wanted {
  if (!(body instanceof Uint8Array) || body.length === 0) return { kind: 'all', also: [] };
  if (body.length > MOST_BODY) throw new DomainError('request.too-large', 'The question is larger than 64 kB');
  return new PropfindParser().read(textOf(body));
}

class PropfindParser {
  private readonly xml = new SaxesParser({ xmlns: true, position: false });
  private readonly open: string[] = [];
  private readonly kinds = new Set<string>();
  private readonly names: PropName[] = [];

  constructor() {
    this.xml.on('doctype', () => invalid('A DOCTYPE is not read'));
    this.xml.on('opentag', (tag) => this.openTag(tag));
    this.xml.on('closetag', () => void this.open.pop());
  }

  read(text: string): Wanted {
    try {
      this.xml.write(text).close();
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw new DomainError('request.invalid', 'The body is not XML', { cause: error });
    }
    const { names } = this;
    const [kind, ...others] = this.kinds;
    if (others.length > 0) invalid('It asks in two ways at once');
    if (kind === 'prop') return { kind: 'these', names };
    if (kind === 'propname') return { kind: 'names' };
    return kind === 'allprop' ? { kind: 'all', also: names } : invalid('It does not say what it asks for');
  }

  private openTag({ uri, local }: SaxesTagNS): void {
    const depth = this.open.push(uri === DAV ? local : '');
    const [root, way] = this.open;
    if (depth > MOST_DEPTH) invalid('It is nested too deep');
    if (depth === 1 && root !== 'propfind') invalid('It is no propfind element');
    if (depth === 2 && (way === 'prop' || way === 'propname' || way === 'allprop')) this.kinds.add(way);
    if (depth === 3 && (way === 'prop' || way === 'include')) this.addName({ uri, local });
  }

  private addName(name: PropName): void {
    if (name.uri.length + name.local.length > MOST_NAME) invalid('A name of a property is too long');
    if (name.uri === XML_ITSELF) invalid('It asks for what is no property');
    if (this.names.some(({ uri, local }) => uri === name.uri && local === name.local)) return;
    if (this.names.push(name) > MOST_NAMES) invalid('It asks for too many properties');
  }
}

function textOf(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (error) {
    throw new DomainError('request.invalid', 'The body is not UTF-8', { cause: error });
  }
}

function invalid(detail: string): never {
  throw new DomainError('request.invalid', detail);
}
