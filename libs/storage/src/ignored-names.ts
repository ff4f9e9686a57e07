/** Folders that other programs keep for themselves beside books: recycle bins, snapshots, thumbnails, versions. */
const FOLDERS = /^(?:@eaDir|#recycle|#snapshot|lost\+found|System Volume Information|\$RECYCLE\.BIN|__MACOSX)$|\.sdr$/i;
/** Files that are no books, or not yet: downloads and copies under way, locks, leftovers. */
const FILES =
  /^(?:Thumbs\.db|desktop\.ini)$|\.(?:part|partial|filepart|crdownload|download|tmp|temp|!ut|!qb|aria2|swp)$|~$/i;

/** True for names that are never looked at, files and folders alike. Hidden names are private to whoever hid them. */
export const isIgnored = (name: string) => name.startsWith('.') || FOLDERS.test(name) || FILES.test(name);

/** A folder that holds a file of this name is left alone, with all that is below it. */
export const LEAVE_ALONE = '.ignore';
