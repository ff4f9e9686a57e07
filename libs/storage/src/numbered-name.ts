/** "Emma (2).epub" for the second file of a name. */
export function numbered(name: string, n: number): string {
  const at = name.toLowerCase().endsWith('.kepub.epub') ? name.length - '.kepub.epub'.length : name.lastIndexOf('.');
  return `${name.slice(0, at)} (${n})${name.slice(at)}`;
}
