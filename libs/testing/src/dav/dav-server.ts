import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  askedProps,
  changeProperties,
  changesEnd,
  escapeName,
  type ListedNode,
  multistatusParts,
} from './dav-answer.js';
import { fileAnswer } from './dav-file-answer.js';
import { DavHistory } from './dav-history.js';
import type { DavManners, DavSeen, DavTreat } from './dav-manners.js';
import { sendTreated, type DavReply } from './dav-reply.js';
import { DavGate } from './dav-sign-in.js';
import { DAV_STYLES, type DavStyle } from './dav-styles.js';
import { DavStore, namesIn, type DavNode, type DavTree } from './dav-tree.js';

interface Treatment extends DavTreat {
  path: string | RegExp;
  seen: number;
}

/**
 * A WebDAV server that holds a tree in memory, answers in the style of a kind of servers, fails on command, and writes
 * down what it was asked. Reading only.
 */
export class DavServer {
  /** What it was asked, in order; may be emptied. */
  readonly asked: DavSeen[] = [];
  manners: DavManners;
  private store: DavStore;
  private gate: DavGate | undefined;
  private readonly treatments: Treatment[] = [];
  /** What it can tell changes since. */
  readonly history = new DavHistory();

  private constructor(
    private readonly server: Server,
    tree: DavTree,
    manners: DavManners,
  ) {
    this.store = new DavStore(tree);
    this.manners = manners;
    this.gate = manners.signIn && new DavGate(manners.signIn);
  }

  static async start(tree: DavTree, manners: DavManners = {}): Promise<DavServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const dav = new DavServer(server, tree, manners);
    server.on('request', (request, response) => void dav.serve(request, response));
    return dav;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Where the library lies, with a slash at its end. */
  get url(): string {
    return `${this.origin}${this.path}`;
  }

  get path(): string {
    return this.manners.path ?? '/dav/';
  }

  /** All it holds from now on. */
  hold(tree: DavTree): void {
    this.store = new DavStore(tree);
  }

  /** From now on a path (as it is asked for, or a pattern) is treated in another way. The latest word counts. */
  treat(path: string | RegExp, treat: DavTreat): void {
    this.treatments.unshift({ ...treat, path, seen: 0 });
  }

  /** Everything is as always again. */
  recover(): void {
    this.treatments.length = 0;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => response.destroy());
    const seen = await note(request);
    this.asked.push(seen);
    const refusal = this.refusal(seen);
    const treat = refusal ? undefined : this.treatmentOf(seen);
    const reply = refusal ?? this.honest(seen);
    const ahead = this.manners.clockAhead ?? 0;
    const date = new Date(Date.now() + ahead * 1000).toUTCString();
    await sendTreated(
      response,
      { ...reply, headers: { date, server: this.style.server, ...reply.headers } },
      { treat, seen },
    );
  }

  private get style(): DavStyle {
    return DAV_STYLES[this.manners.style ?? 'apache'];
  }

  private refusal(seen: DavSeen): DavReply | undefined {
    const objection = this.gate?.objectionTo(seen.authorization, seen.method, seen.target);
    seen.authorized = seen.authorization !== undefined && !objection;
    return objection && { status: 401, headers: { 'www-authenticate': objection }, body: ['<html>Sign in</html>'] };
  }

  private treatmentOf({ method, target, depth }: DavSeen): DavTreat | undefined {
    return this.treatments.find((one) => {
      const fits = typeof one.path === 'string' ? one.path === target : one.path.test(target);
      if (!fits || (one.method ?? method) !== method || (one.depth ?? depth) !== depth) return false;
      one.seen += 1;
      return one.every ? one.seen % one.every === 0 : one.seen <= (one.times ?? Infinity);
    });
  }

  private honest(seen: DavSeen): DavReply {
    const { method, target } = seen;
    const node = target.startsWith(this.path.slice(0, -1))
      ? this.store.find(target.slice(this.path.length - 1))
      : undefined;
    if (method === 'OPTIONS')
      return { status: 200, headers: { dav: this.style.classes, allow: 'OPTIONS, GET, PROPFIND' }, body: [] };
    if (!node) return { status: 404, headers: {}, body: ['<html>Not found</html>'] };
    if (method === 'GET') return fileAnswer(node, seen, this.manners.ranges ?? 'yes');
    if (method === 'REPORT' && this.manners.changes && node === this.store.root) return this.report(seen);
    return method === 'PROPFIND' ? this.listing(node, seen) : { status: 501, headers: {}, body: [] };
  }

  private report({ body }: DavSeen): DavReply {
    const { root } = this.store;
    const asked = /<(?:\w+:)?sync-token>([^<]*)</.exec(body)?.[1] ?? '';
    const changes = this.history.since(asked, root);
    if (!changes)
      return { status: 403, headers: {}, body: ['<d:error xmlns:d="DAV:"><d:valid-sync-token/></d:error>'] };
    const { changed, gone } = this.manners.changes === 'told' ? changes : { changed: [], gone: [] };
    const listed = changed.map(({ names, node }) => ({ node, href: this.hrefOf(names, node.children !== undefined) }));
    const lost = gone.map((names) => this.hrefOf(names, false));
    return this.multistatus(listed, body, changesEnd(this.style, lost, this.history.tokenFor(root)));
  }

  private listing(node: DavNode, { target, depth, body }: DavSeen): DavReply {
    const { slashless } = this.style;
    const infinity = this.manners.infinity ?? this.style.infinity;
    if (node.children && !target.endsWith('/') && slashless === 'redirect')
      return { status: 301, headers: { location: `${this.origin}${target}/` }, body: [] };
    if (depth === 'infinity' && typeof infinity === 'number')
      return { status: infinity, headers: {}, body: ['<d:error><x:propfind-finite-depth/></d:error>'] };
    const levels = depth === '0' ? 0 : depth === 'infinity' && infinity === 'full' ? Infinity : 1;
    const listed = [...this.listed(node, namesIn(target.slice(this.path.length - 1)), levels)];
    const [self] = listed;
    if (self && slashless === 'as-asked' && !target.endsWith('/')) self.href = self.href.replace(/\/$/, '');
    if (self && this.manners.changes && node === this.store.root)
      self.more = changeProperties(this.style, this.history.tokenFor(node));
    return this.multistatus(listed, body);
  }

  private multistatus(listed: readonly ListedNode[], question: string, after: readonly string[] = []): DavReply {
    const parts = multistatusParts(this.style, listed, askedProps(question), after);
    return { status: 207, headers: { 'content-type': 'application/xml; charset="utf-8"' }, body: parts };
  }

  private *listed(node: DavNode, names: readonly string[], levels: number): Generator<ListedNode> {
    yield { node, href: this.hrefOf(names, node.children !== undefined) };
    if (levels === 0) return;
    for (const child of node.children?.values() ?? []) yield* this.listed(child, [...names, child.name], levels - 1);
  }

  private hrefOf(names: readonly string[], folder: boolean): string {
    const { absolute, latin1 } = this.style;
    const { saysPath = this.path, saysOrigin = absolute ? this.origin : '' } = this.manners;
    const lost = latin1 === 'as-folder' && names.some((name) => !isUtf8(name));
    const segments = (lost ? names.slice(0, -1) : names).map((name) => escapeName(name, this.style));
    return `${saysOrigin}${saysPath}${segments.join('/')}${(folder || lost) && segments.length > 0 ? '/' : ''}`;
  }
}

async function note(request: IncomingMessage): Promise<DavSeen> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = request;
  const { authorization, range } = headers;
  const depth = headers['depth']?.toString();
  const body = Buffer.concat(chunks).toString();
  return { method, target: url, depth, authorized: false, authorization, range, headers, body, sent: 0 };
}

function isUtf8(name: string): boolean {
  return Buffer.from(Buffer.from(name, 'latin1').toString('utf8'), 'utf8').toString('latin1') === name;
}
