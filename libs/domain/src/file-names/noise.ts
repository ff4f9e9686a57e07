const words = (text: string) => new Set(text.split(' '));

/** Words that are about a file and never about a book. */
const OF_FILES = words(
  'retail epub epub2 epub3 kepub mobi azw azw3 azw4 kfx pdf html htm txt rtf doc docx djvu fb2 cbz cbr mp3 m4b m4a aac flac ogg ebook ' +
    'ebooks audiobook audiobooks zlib z-lib zlibrary z-library 1lib libgen calibre converted nodrm drm-free ' +
    'dedrm webrip web-rip vbr kbps chapterized chapterised',
);
/** Words that say how a book was made; in brackets they are noise, elsewhere they may be a title ("Proof"). */
const OF_EDITIONS = words(
  'us uk scan scans scanned ocr lit lrf digital web uncut proof fixed illustrated true hq hd lq mono stereo kindle free v5 full color colour c2c uncensored',
);
const FILLERS = words('edition complete version release quality and copy file format');
const DOMAIN_ENDINGS = words(
  'com org net info li is io me ru se sk gs to cc rs st de uk eu co fr es it nl pl tv xyz biz club site online',
);

const SITES = /\banna.?s archive\b|\bz-?lib(?:rary)?\b|\blibgen\b|^https?:|^www\./;

/** True for the content of a bracket that says nothing of the book: "retail", "v5.0", "64 kbps", "z-lib.org". */
export function isNoise(text: string): boolean {
  if (text.length > 80) return false;
  const lower = text.toLowerCase();
  if (isFileNoise(lower) || /^v\d{1,2}(?:\.\d{1,3}){0,2}$/.test(lower)) return true;
  const parts = lower.split(/[\s,;+/&]/).filter((part) => part !== '');
  const isMakers = (part: string) => OF_EDITIONS.has(part) || isFileNoise(part);
  return parts.some(isMakers) && parts.every((part) => isMakers(part) || FILLERS.has(part));
}

/** True for text that speaks of the file wherever it stands, even without brackets: "epub", "libgen.li". */
export function isFileNoise(text: string): boolean {
  if (text.length > 80) return false;
  const lower = text.toLowerCase();
  return OF_FILES.has(lower) || SITES.test(lower) || isDomain(lower) || /^\d{2,3} ?k(?:b|bps|bit\/s|hz)?$/.test(lower);
}

/** True for the name of a place that files come from, which no book is called. */
export function namesSite(text: string): boolean {
  return text.length <= 80 && SITES.test(text.toLowerCase());
}

/** True for "libgen.li"; also for "amazon.com", which is the title of a book. */
export function isDomain(text: string): boolean {
  const parts = text.split('.');
  return parts.length > 1 && parts.every((part) => /^[a-z0-9-]+$/.test(part)) && DOMAIN_ENDINGS.has(parts.at(-1) ?? '');
}
