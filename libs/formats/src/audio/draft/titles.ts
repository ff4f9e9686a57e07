import { cleanTitle, foldText, nameOf, withoutEnding } from '@octavo/domain';
import { plainText } from '../../text/plain-text.js';
import type { Tags } from '../tags.js';
import { looksLikeTrack } from './looks-like-track.js';
import { TAG_NAMES } from './tag-names.js';
import { trackFrom, trackTotal } from './track.js';

export interface AudioTitles {
  title?: string;
  subtitle?: string;
  /** What the file itself is called, where that is not the book: "Chapter 1". */
  trackTitle?: string;
  /** As said behind the title: "(Unabridged)". */
  abridged?: boolean;
}

/** Albums that are none. */
const NO_ALBUM = /^(?:audio ?books?|unknown(?: album)?|untitled|none|n\/a|podcasts?)$/i;
const ABRIDGEMENT = /\s*[([](un)?abridged(?: edition)?[)\]]\s*$/i;

/**
 * The book's title. Of files that are mostly parts of a book it is the album, which all parts share. A file that is
 * mostly a whole book (`wholeBook`) has it in the title, unless that is clearly of a part: a track's or a chapter's,
 * or the mere name of the file.
 */
export function titlesFrom(tags: Tags, name: string, wholeBook: boolean): AudioTitles {
  const own = titleIn(tags, TAG_NAMES.title);
  const written = titleIn(tags, TAG_NAMES.album);
  const album = NO_ALBUM.test(written ?? '') ? undefined : written;
  const isAlbum = album !== undefined && (own === undefined || !wholeBook || isPart(own, album, tags, name));
  const main = isAlbum ? album : own;
  const abridgement = ABRIDGEMENT.exec(main ?? '');
  const bare = main?.replace(ABRIDGEMENT, '') || main;
  const differs = isAlbum && own !== undefined && foldText(own) !== foldText(album);
  return {
    title: bare,
    subtitle: titleIn(tags, TAG_NAMES.subtitle),
    ...(differs && { trackTitle: own }),
    ...(abridgement !== null && { abridged: abridgement[1] === undefined }),
  };
}

function isPart(title: string, album: string, tags: Tags, name: string): boolean {
  const number = trackFrom(tags)?.number ?? 1;
  if (number > 1 || (trackTotal(tags) ?? 1) > 1 || looksLikeTrack(title, album)) return true;
  const stem = withoutEnding(nameOf(name));
  return foldText(stem) === foldText(title);
}

function titleIn(tags: Tags, names: readonly string[]): string | undefined {
  const text = tags.first(names);
  return text === undefined ? undefined : cleanTitle(plainText(text)) || undefined;
}
