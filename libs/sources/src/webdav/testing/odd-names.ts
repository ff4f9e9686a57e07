/** Names of files that some server, proxy or client somewhere has tripped over. All are UTF-8. */
export const ODD_NAMES: readonly string[] = [
  'a b.epub',
  'C# in depth.epub',
  'Who?.epub',
  '100%.epub',
  '%20.epub',
  '%41.epub',
  'a+b.epub',
  'Tom & Jerry.epub',
  '"quoted".epub',
  "it's.epub",
  '<tag>.epub',
  'a;b=c,d:e@f.epub',
  '[x] (y) {z}.epub',
  'back\\slash.epub',
  '👩‍👩‍👧 family.epub',
  'שלום.epub',
  'cafe\u0301.epub',
  'caf\u00e9.epub',
  '007',
  '1e5',
  'true',
  'null',
  '007.epub',
  '...',
  'pct:%E9',
  '~tilde^caret`.epub',
  `${'x'.repeat(250)}.epub`,
  'UPPER.epub',
  'upper.epub',
];

/** What a file of such a name is known by: names that look like keys of another kind are written as one. */
export function keyOfOddName(name: string): string {
  return name.startsWith('pct:') ? `pct:${encodeURIComponent(name)}` : name;
}
