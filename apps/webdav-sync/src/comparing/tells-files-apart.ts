import type { ServerKind } from '@octavo/sources';

/**
 * Whether a server makes the tags of files of something only one file has, such as an inode or a number of its own. The
 * others make them of size and time, which copies share.
 */
export function tellsFilesApart(kind: ServerKind): boolean {
  return TELLS.has(kind);
}

const TELLS: ReadonlySet<ServerKind> = new Set<ServerKind>(['nextcloud', 'owncloud', 'sabre', 'lighttpd']);
