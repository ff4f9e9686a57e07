import { Controller, Get, Inject, Propfind, Req, Res, UseGuards } from '@nestjs/common';
import { Database, type User } from '@octavo/database';
import { DomainError, mediaTypeOf } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { AppPasswordGuard } from '../auth/app-password.guard.js';
import { CurrentUser, Public } from '../auth/session.guard.js';
import { BookFiles } from '../books/book-files.js';
import { publicAddressOf } from '../http/public-address.js';
import { sendFile } from '../http/send-file.js';
import { endsInSlash, hrefOf, namesIn } from './dav-paths.js';
import { type DavFile, type DavFolder, type DavNode, DavTree } from './dav-tree.js';
import { FINITE_DEPTH_ONLY, readDepth } from './depth.js';
import { folderPage, PAGE_POLICY } from './folder-page.js';
import { modifiedAt } from './properties.js';
import { readPropfind } from './read-propfind.js';
import { type Told, writeMultistatus } from './write-multistatus.js';

const XML = 'application/xml; charset=utf-8';
const PATHS = ['', '*'];

/** The library over WebDAV (RFC 4918, class 1), to be read: for KOReader, rclone, file managers. */
@Public()
@UseGuards(AppPasswordGuard)
@Controller('dav')
export class DavController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly tree: DavTree,
    private readonly bookFiles: BookFiles,
  ) {}

  @Propfind(PATHS)
  async list(@CurrentUser() user: User, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const depth = readDepth(request.headers['depth']?.toString());
    const wanted = readPropfind(request.body);
    const { names, node } = await this.find(user, request);
    if (node.kind === 'folder' && depth === 'infinity') {
      await reply.status(403).type(XML).send(FINITE_DEPTH_ONLY);
      return;
    }
    const self = this.told(request, names, node);
    const within = node.kind === 'folder' && depth === '1' ? await this.within(request, names, node) : [];
    if (node.kind === 'folder' && !endsInSlash(request.url)) void reply.header('content-location', self.href);
    await reply
      .status(207)
      .type(XML)
      .header('cache-control', 'private, no-cache')
      .send(Readable.from(writeMultistatus([self, ...within], wanted)));
  }

  @Get(PATHS)
  async read(@CurrentUser() user: User, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { names, node } = await this.find(user, request);
    void reply.header('x-content-type-options', 'nosniff');
    if (node.kind === 'file') return this.send(user, node, { request, reply });
    const isHead = request.method === 'HEAD';
    const page = isHead ? [] : folderPage(node.name || 'Octavo', await this.within(request, names, node));
    await reply
      .type('text/html; charset=utf-8')
      .headers({ 'cache-control': 'private, no-cache', 'content-security-policy': PAGE_POLICY })
      .send(Readable.from(page));
  }

  private async send(user: User, node: DavFile, http: { request: FastifyRequest; reply: FastifyReply }): Promise<void> {
    const file = await this.database.files.findVisible(node.file.id, user.id);
    if (!file) throw new DomainError('file.not-found');
    const original = await this.bookFiles.original(file);
    const reply = http.reply.header('last-modified', modifiedAt(node).toUTCString());
    await sendFile(http.request, reply, { ...original, mediaType: mediaTypeOf(node.name), fileName: node.name });
  }

  private async find(user: User, { url }: FastifyRequest): Promise<{ names: string[]; node: DavNode }> {
    const names = namesIn(url);
    const node = names && (await this.tree.find(user.id, names));
    if (!node) throw new DomainError('route.not-found');
    return { names, node };
  }

  private async within(request: FastifyRequest, names: string[], folder: DavFolder): Promise<Told[]> {
    const children = await folder.children();
    const base = this.told(request, names, folder).href;
    return children.map((node) => ({ href: `${base}${encodeURIComponent(node.name)}${slashOf(node)}`, node }));
  }

  private told(request: FastifyRequest, names: string[], node: DavNode): Told {
    return { href: `${hrefOf(publicAddressOf(request, this.config), names)}${slashOf(node)}`, node };
  }
}

function slashOf(node: DavNode): string {
  return node.kind === 'folder' ? '/' : '';
}
