import { Injectable } from '@nestjs/common';
import { Database, type OfferedFile, type ShelfFolder, UNKNOWN_AUTHOR } from '@octavo/database';
import { distinctNames, keyOfFolderNamed, type ShelfEntry, shelveFiles } from '@octavo/domain';

/** Something in the tree of files. Names are as they stand in addresses, before they are escaped. */
export type DavNode = DavFolder | DavFile;

export interface DavFile {
  kind: 'file';
  name: string;
  file: OfferedFile;
}

export interface DavFolder {
  kind: 'folder';
  name: string;
  changedAt?: Date;
  children(): Promise<DavNode[]>;
  /** The one that is called so; a folder of very many finds it without reading them all. */
  child(name: string): Promise<DavNode | undefined>;
}

/** So many books are recent. */
const RECENT = 100;

/** A user's library as folders and files, which are nowhere but in the answers: by author, by series, and what is new. */
@Injectable()
export class DavTree {
  constructor(private readonly database: Database) {}

  /** What lies at these names, from the top; undefined where nothing does. */
  async find(userId: string, names: readonly string[]): Promise<DavNode | undefined> {
    let node: DavNode | undefined = this.top(userId);
    for (const name of names) node = node?.kind === 'folder' ? await node.child(name) : undefined;
    return node;
  }

  private top(userId: string): DavFolder {
    const { davShelves: shelves } = this.database;
    const authors = {
      list: (key?: string) => shelves.authors(userId, key),
      files: (id: string) => shelves.filesOfAuthor(userId, id),
    };
    const series = {
      list: (key?: string) => shelves.series(userId, key),
      files: (id: string) => shelves.filesOfSeries(userId, id),
    };
    return folder({ name: '' }, () =>
      Promise.resolve([
        folderOfFolders('Authors', authors),
        folderOfFolders('Series', series),
        folder({ name: 'Recently added' }, async () => nodesOf(await shelves.recentFiles(userId, RECENT))),
      ]),
    );
  }
}

interface Shelving {
  /** All folders, or those that could be taken for each other because they have one key. */
  list(key?: string): Promise<ShelfFolder[]>;
  files(id: string): Promise<OfferedFile[]>;
}

function folderOfFolders(name: string, shelving: Shelving): DavFolder {
  const named = (folders: ShelfFolder[]) => {
    const others = folders.filter(({ id }) => id !== UNKNOWN_AUTHOR.id);
    // The unknown one keeps its name also while nobody is unknown, so that its coming changes no other's.
    const all = [{ ...UNKNOWN_AUTHOR }, ...others].map(({ id, title }) => ({ id, title, ending: '' }));
    const names = new Map(distinctNames(all).map((given, at) => [all[at]!.id, given]));
    return folders.map(({ id, changedAt }) =>
      folder({ name: names.get(id)!, changedAt }, async () => nodesOf(await shelving.files(id))),
    );
  };
  return {
    kind: 'folder',
    name,
    children: async () => named(await shelving.list()),
    child: async (wanted) => named(await shelving.list(keyOfFolderNamed(wanted))).find((one) => one.name === wanted),
  };
}

function nodesOf(files: OfferedFile[]): DavNode[] {
  return shelveFiles(files).map(nodeOf);
}

function nodeOf(entry: ShelfEntry<OfferedFile>): DavNode {
  if (entry.kind === 'file') return entry;
  const tracks = entry.tracks.map((track) => ({ kind: 'file' as const, ...track }));
  return folder({ name: entry.name }, () => Promise.resolve(tracks));
}

function folder(facts: { name: string; changedAt?: Date }, children: () => Promise<DavNode[]>): DavFolder {
  const child = async (name: string) => (await children()).find((one) => one.name === name);
  return { kind: 'folder', ...facts, children, child };
}
