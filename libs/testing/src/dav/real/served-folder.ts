import { chmod, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOfName, DavFile, type DavTree } from '../dav-tree.js';

/** A folder on the disk for a server to show. */
export interface ServedFolder {
  path: string;
  /** Writes more into it, over what is there. */
  write(tree: DavTree): Promise<void>;
  /** Takes one thing out of it, with all below. */
  drop(name: string): Promise<void>;
  remove: () => Promise<void>;
}

/** A temporary folder that any user may enter: started by root, Apache reads as another. */
export async function openFolder(name: string): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), `octavo-${name}-`));
  await chmod(path, 0o755);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A temporary folder that holds a tree; names are written byte for byte, so they need be no UTF-8. */
export async function servedFolder(tree: DavTree): Promise<ServedFolder> {
  const { path, remove } = await openFolder('served');
  const write = (more: DavTree) => writeTree(Buffer.from(path), more);
  await write(tree);
  return { path, write, drop: (name) => rm(join(path, name), { recursive: true }), remove };
}

async function writeTree(folder: Buffer, tree: DavTree): Promise<void> {
  for (const [name, value] of Object.entries(tree)) {
    const path = Buffer.concat([folder, Buffer.from('/'), Buffer.from(bytesOfName(name), 'latin1')]);
    const isFile = typeof value === 'string' || value instanceof Uint8Array || value instanceof DavFile;
    if (isFile) await writeOne(path, value instanceof DavFile ? value : new DavFile(value));
    else {
      await mkdir(path, { recursive: true });
      await writeTree(path, value);
    }
  }
}

async function writeOne(path: Buffer, { content, more: { modified } }: DavFile): Promise<void> {
  await writeFile(path, content);
  if (modified !== undefined) await utimes(path, new Date(modified), new Date(modified));
}
