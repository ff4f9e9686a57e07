/** By ending; the more exact ones first. */
const BY_ENDING: readonly [ending: string, type: string][] = [
  ['.epub', 'application/epub+zip'],
  ['.kepub', 'application/epub+zip'],
  ['.pdf', 'application/pdf'],
  ['.cbz', 'application/vnd.comicbook+zip'],
  ['.cbr', 'application/vnd.comicbook-rar'],
  ['.mobi', 'application/x-mobipocket-ebook'],
  ['.prc', 'application/x-mobipocket-ebook'],
  ['.azw3', 'application/vnd.amazon.mobi8-ebook'],
  ['.azw', 'application/vnd.amazon.ebook'],
  ['.fb2', 'application/x-fictionbook+xml'],
  ['.fb2.zip', 'application/zip'],
  ['.fbz', 'application/zip'],
  ['.fb2.gz', 'application/gzip'],
  ['.m4b', 'audio/mp4'],
  ['.m4a', 'audio/mp4'],
  ['.aax', 'audio/mp4'],
  ['.aaxc', 'audio/mp4'],
  ['.mp3', 'audio/mpeg'],
  ['.flac', 'audio/flac'],
  ['.ogg', 'audio/ogg'],
  ['.oga', 'audio/ogg'],
  ['.opus', 'audio/ogg'],
];

/** The media type of a book's file, by its name; bytes and no more for a name that promises no book. */
export function mediaTypeOf(name: string): string {
  const lower = name.toLowerCase();
  return BY_ENDING.find(([ending]) => lower.endsWith(ending))?.[1] ?? 'application/octet-stream';
}
