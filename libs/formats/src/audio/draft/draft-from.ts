import { emptyDraft, normaliseLanguage, parseDate, type BookDraft, type PartialDate } from '@octavo/domain';
import { blurbFrom } from '../../text/blurb.js';
import { plainText } from '../../text/plain-text.js';
import type { AudioFile } from '../audio-file.js';
import type { Tags } from '../tags.js';
import { chaptersFrom } from './chapters.js';
import { coverFrom } from './cover.js';
import { identifiersFrom } from './identifiers.js';
import { peopleIn } from './people.js';
import { seriesFrom } from './series.js';
import { subjectsFrom } from './subjects.js';
import { TAG_NAMES } from './tag-names.js';
import { titlesFrom } from './titles.js';
import { trackFrom } from './track.js';

/** In seconds: forty days. The longest audiobooks play for six. */
const MAX_DURATION = 40 * 24 * 3600;

/** What of an audio file is about a book. `name` is the file's; `wholeBook` says that its format rarely is a part of one. */
export async function draftFrom(audio: AudioFile, name: string, wholeBook: boolean): Promise<BookDraft> {
  const { tags } = audio;
  const { trackTitle, ...titles } = titlesFrom(tags, name, wholeBook);
  const { durationSec, warning: odd } = checkedDuration(audio.durationSec);
  const { chapters, warning: late } = chaptersFrom(audio.chapters, durationSec, trackTitle);
  const { cover, warning: coverless } = await coverFrom(audio.pictures);
  return {
    ...emptyDraft(),
    ...titles,
    contributors: peopleIn(tags),
    series: seriesFrom(tags),
    description: descriptionFrom(tags, titles.title),
    publisher: publisherFrom(tags),
    published: publishedFrom(tags),
    language: languageFrom(tags),
    identifiers: identifiersFrom(tags),
    subjects: subjectsFrom(tags),
    durationSec,
    chapters,
    track: trackFrom(tags),
    abridged: abridgedFrom(tags) ?? titles.abridged,
    drm: audio.drm,
    cover,
    warnings: [
      ...audio.warnings,
      ...(titles.title === undefined ? ['The file does not name its title.'] : []),
      ...[odd, late, coverless].filter((warning) => warning !== undefined),
    ],
  };
}

function checkedDuration(durationSec: number | undefined): { durationSec?: number; warning?: string } {
  if (durationSec === undefined) return {};
  if (durationSec > 0 && durationSec <= MAX_DURATION) return { durationSec };
  return { warning: `The file claims to play for ${Math.round(durationSec)} seconds.` };
}

/** The longest description; comments are often about the file, so they come last. */
function descriptionFrom(tags: Tags, title: string | undefined): string | undefined {
  const longestFirst = [...tags.every(TAG_NAMES.description)].sort((a, b) => b.length - a.length);
  return [...longestFirst, ...tags.every(TAG_NAMES.comment)]
    .map((text) => blurbFrom(text, title))
    .find((blurb) => blurb !== undefined);
}

function publisherFrom(tags: Tags): string | undefined {
  return tags
    .all(TAG_NAMES.publisher)
    .map((text) => plainText(text))
    .find((name) => name !== '' && !/^(?:unknown|n\/a|none)$/i.test(name));
}

function publishedFrom(tags: Tags): PartialDate | undefined {
  return tags
    .every(TAG_NAMES.date)
    .map((text) => parseDate(asWords(text)))
    .find((date) => date !== undefined);
}

/** Audible writes "15-Jul-2011". */
function asWords(text: string): string {
  return text.trim().replace(/^(\d{1,2})-([a-z]{3})-(\d{4})$/i, '$1 $2 $3');
}

/** ID3 says "XXX" where nobody knows (id3v2.4 §4.2.3). */
function languageFrom(tags: Tags): string | undefined {
  return tags
    .every(TAG_NAMES.language)
    .map((text) => (/^xxx$/i.test(text.trim()) ? undefined : normaliseLanguage(plainText(text))))
    .find((language) => language !== undefined);
}

function abridgedFrom(tags: Tags): boolean | undefined {
  const text = tags.first(TAG_NAMES.abridged)?.trim() ?? '';
  if (/^(?:1|y|yes|true|abridged)$/i.test(text)) return true;
  return /^(?:0|n|no|false|unabridged)$/i.test(text) ? false : undefined;
}
