import { Injectable } from '@nestjs/common';
import { Announcements, type ConnectedLibrary, Database, type Scan, type SourceFolder } from '@octavo/database';
import { folderOf, formatOfName, isSidecarName, nameOf } from '@octavo/domain';
import {
  BASE_FOLDER,
  type DavClient,
  type DavEntry,
  type EntryBatch,
  type Folder,
  type FolderBefore,
  type FolderOutcome,
  walk,
  type WalkEnd,
} from '@octavo/sources';
import { isIgnored, LEAVE_ALONE } from '@octavo/storage';
import type { LeavesOut } from './leave-out.js';
import { foundRow, leftOutRow, seenRow } from './rows-of-listing.js';
import { Staging } from './staging.js';

/** What is to be listed, and how. */
export interface ToList {
  connection: ConnectedLibrary;
  client: DavClient;
  scan: Scan;
  /** Folders that need not be looked into; all are where nothing is said. */
  leavesOut: LeavesOut | undefined;
  /** Told how many entries were listed. */
  progress: (entries: number) => void;
  signal: AbortSignal;
}

/** How listing a server ended, and what it came across. */
export interface Listed {
  end: WalkEnd;
  /** Files that are no books and say nothing of any. */
  ignored: number;
  /** Folders that were not looked into because nothing changed below them. */
  pruned: number;
}

/** One server keeps nobody from another for longer: after that it is gone on with later. */
const AT_MOST_MS = 30 * 60_000;
const TELL_EVERY_MS = 1_500;
const NONE: LeavesOut = () => false;

/** Lists a server and writes down what it finds; goes on where an earlier listing was broken off. */
@Injectable()
export class ListSource {
  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
  ) {}

  /** An earlier listing was broken off; this one goes on with it. */
  isBegun(scanId: string): Promise<boolean> {
    return this.database.sourceListings.isBegun(scanId);
  }

  /** Throws what the database throws; all that a server can do is in the end of the walk. */
  async list(what: ToList): Promise<Listed> {
    const { scan, connection, client, signal } = what;
    const { sourceListings, sourceFolders } = this.database;
    await sourceListings.clearOthers(connection.libraryId, scan.id);
    const from = await this.leftOf(scan.id);
    const known = new Map((await sourceFolders.of(connection.libraryId)).map((row) => [row.path, row]));
    const staging = new Staging(this.database, scan.id);
    const leftOut = (entry: DavEntry) => {
      const before = known.get(entry.key);
      return before !== undefined && (what.leavesOut ?? NONE)(entry, before);
    };
    const listing = new Listing(staging, leftOut, this.teller(what));
    const end = await walk(client, {
      from,
      signal,
      deadline: Date.now() + AT_MOST_MS,
      before: (key) => beforeOf(known.get(key)),
      onEntries: (batch) => listing.take(batch),
      onFolder: (outcome) => listing.conclude(outcome),
      descends: (entry) => !isIgnored(nameOf(entry.key)) && !listing.isPruned(entry),
      isDone: (key) => listing.isLeftAlone(key),
    });
    for (const folder of end.left) staging.addFolder(foundRow(folder));
    await staging.flush();
    const pruned = await sourceListings.pruned(scan.id);
    if (pruned > 0) await sourceListings.pruneBelow(scan.id, connection.libraryId);
    return { end, ignored: listing.ignored, pruned };
  }

  private async leftOf(scanId: string): Promise<Folder[]> {
    if (!(await this.isBegun(scanId))) return [BASE_FOLDER];
    return (await this.database.sourceListings.leftToList(scanId)) as unknown as Folder[];
  }

  /** People see how far it is. */
  private teller({ scan, connection, progress }: ToList): (entries: number) => void {
    let told = Date.now();
    return (entries) => {
      progress(entries);
      if (Date.now() - told < TELL_EVERY_MS) return;
      told = Date.now();
      // Only for people; the next one is a second away.
      void this.database.scans.update(scan.id, { found: scan.found + entries }).catch(() => undefined);
      this.announcements.announce('source', connection.libraryId);
    };
  }
}

/** Takes what a walk hands over. */
class Listing {
  ignored = 0;
  private books = 0;
  private readonly leftAlone = new Set<string>();

  constructor(
    private readonly staging: Staging,
    /** A folder in which nothing changed, nor below it. */
    readonly isPruned: (entry: DavEntry) => boolean,
    private readonly tell: (entries: number) => void,
  ) {}

  async take({ entries, attempt, folder }: EntryBatch): Promise<void> {
    for (const entry of entries) {
      if (entry.folder) this.takeFolder(entry, folder);
      else this.takeFile(entry, attempt);
    }
    this.tell(this.books);
    await this.staging.flushIfMuch();
  }

  private takeFolder(entry: DavEntry, { ids = [] }: Folder): void {
    const { key, path, fileId } = entry;
    const found = { key, path, ...(fileId !== undefined && { ids: [...ids, fileId] }) };
    if (isIgnored(nameOf(key))) this.staging.noteFolder(leftOutRow(found, 'ignored'));
    else if (this.isPruned(entry)) this.staging.noteFolder(leftOutRow(found, 'pruned'));
    else this.staging.addFolder(foundRow(found));
  }

  private takeFile(entry: DavEntry, attempt: number): void {
    const name = nameOf(entry.key);
    if (name === LEAVE_ALONE) this.leftAlone.add(entry.parent);
    const isBook = formatOfName(name) !== undefined;
    if (isIgnored(name) || (!isBook && !isSidecarName(name))) this.ignored += 1;
    else this.staging.addFile(entry, attempt);
    if (isBook) this.books += 1;
  }

  async conclude(outcome: FolderOutcome): Promise<void> {
    const { folder } = outcome;
    if (outcome.kind === 'waiting') return;
    const isLeft = this.leftAlone.has(folder.key);
    this.staging.noteFolder(isLeft ? leftOutRow(folder, 'ignored') : seenRow(outcome));
    await this.staging.flushIfMuch();
  }

  /** True below a folder that somebody asked us to leave alone. */
  isLeftAlone(key: string): boolean {
    if (this.leftAlone.size === 0 || key === '') return false;
    const parent = folderOf(key);
    return this.leftAlone.has(parent) || this.isLeftAlone(parent);
  }
}

function beforeOf(row: SourceFolder | undefined): FolderBefore | undefined {
  if (!row) return undefined;
  const { count, etag, modified } = row;
  return { count, ...(etag !== null && { etag }), ...(modified && { modified }) };
}
