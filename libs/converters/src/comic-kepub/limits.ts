/** Each page is two files in the result, and readers, ours among them, list 20,000. */
export const MOST_PAGES = 9000;

/** Of one page as it stands in the archive, in bytes; scans of double pages reach 20 MiB. */
export const LARGEST_PAGE = 64 * 1024 * 1024;

/** Of all pages together as they stand in the archive, in bytes: about where the result, a plain zip, must end. */
export const LARGEST_COMIC = 4 * 1024 ** 3;

/** Of one page, in pixels; a double page of A4 at 600 dpi has 70 million. */
export const MOST_PIXELS = 80_000_000;

/** Above this a page is made smaller, since devices unpack the whole of it into memory they do not have. */
export const MOST_PIXELS_SHOWN = 25_000_000;
/** What it is then made to: over three times the pixels of the largest Kobo (1404 by 1872), so zooming still shows more. */
export const PIXELS_WHEN_SCALED = 10_000_000;

/** In seconds, for the work on one image. */
export const LONGEST_IMAGE_WORK = 120;

/** A comic of which more than this part cannot be read is not worth having. */
export const MOST_LOST = 0.1;
