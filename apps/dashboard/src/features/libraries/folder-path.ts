/** The name of a folder, the last part of its path: "/srv/books/" is "books"; nothing for the root of the disk. */
export function lastPart(path: string): string {
  return path.trim().replace(/\/+$/, '').split('/').at(-1) ?? '';
}

/** The folder to look into for a path that is being typed: the path itself where it is a full one, else the root. */
export function folderToShow(path: string): string {
  return path.startsWith('/') ? path : '/';
}
