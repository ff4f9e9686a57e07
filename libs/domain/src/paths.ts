/** "a/b/c.epub" -> "a/b"; empty for what lies at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** "a/b/c.epub" -> "a/b", "a" and "", the nearest first; none for the empty path. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let at = path; at !== ''; folders.push(at)) at = folderOf(at);
  return folders;
}

/** "a/b/c.epub" -> "c.epub". */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
