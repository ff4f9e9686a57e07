import { carryPlace, type KepubText, type MeasuredPlace, percentAt, placeAt, type SpanPlace } from '@octavo/converters';
import type { KeptPlace } from '@octavo/database';
import type { Bookmark } from '@octavo/domain';

/**
 * By so many points a device's percentage and ours may differ for one place: it counts something else than letters. Where
 * the place may be an earlier bookmark's, there is less room: the percentage is the newer word.
 */
const TOLERANCE = 10;
const TOLERANCE_IN_DOUBT = 3;

/** A place in some file of the book. */
interface KnownPlace extends SpanPlace {
  /** Undefined: nobody knows of which file it is. */
  content?: string;
  tolerance: number;
}

/** The texts a place may be found in: the file it is wanted in, and any other by its checksum. */
export interface Texts {
  wanted: KepubText;
  other: (content: string) => Promise<KepubText | undefined>;
}

/**
 * A bookmark as a place in the file it is wanted in: carried over from another file of the book where that is there;
 * else the span of the same name, if it is where the bookmark says, which it is after a change of metadata alone; else
 * by the percentage. Undefined for a file without spans and for a bookmark without any of these.
 */
export async function findPlace(
  bookmark: Bookmark,
  kept: readonly KeptPlace[],
  { wanted, other }: Texts,
): Promise<MeasuredPlace | undefined> {
  const certain = placesOf(bookmark, kept);
  for (const place of certain) {
    const from = await other(place.content);
    const carried = from && (await carryPlace(from, wanted, place));
    if (carried) return carried;
  }
  const doubtful = certain.length === 0 ? locationOf(bookmark, kept) : undefined;
  const from = doubtful?.content === undefined ? undefined : await other(doubtful.content);
  if (doubtful && from && agrees(from, doubtful, bookmark)) return carryPlace(from, wanted, doubtful);
  const here = [...certain, ...(doubtful ? [doubtful] : [])].find((place) => agrees(wanted, place, bookmark));
  if (here) return carryPlace(wanted, wanted, here);
  return bookmark.progressPercent === undefined ? undefined : placeAt(wanted, bookmark.progressPercent);
}

/** The places that were kept for this very bookmark. */
function placesOf({ modifiedAt }: Bookmark, kept: readonly KeptPlace[]): (KnownPlace & { content: string })[] {
  return kept
    .filter(({ bookmarkAt, type }) => bookmarkAt.getTime() === modifiedAt.getTime() && type === 'KoboSpan')
    .map((place) => ({ ...place, tolerance: TOLERANCE }));
}

/** A bookmark may still carry the location of an earlier one: the place kept for that one shows it. */
function locationOf({ location }: Bookmark, kept: readonly KeptPlace[]): KnownPlace | undefined {
  if (location?.type !== 'KoboSpan' || kept.some(({ content }) => content === location.content)) return undefined;
  return { ...location, tolerance: TOLERANCE_IN_DOUBT };
}

function agrees(text: KepubText, place: KnownPlace, { progressPercent }: Bookmark): boolean {
  const percent = percentAt(text, place);
  if (percent === undefined || progressPercent === undefined) return false;
  return Math.abs(percent - progressPercent) <= place.tolerance;
}
