import { arrangePlain } from './arrange-plain.js';
import { certain, type Arrangements } from './arrangement.js';
import { titleKey } from './candidate.js';
import type { NameContext } from './name-context.js';
import type { Segment } from './split-segments.js';

const FOLDER = /^(.+) \(\d{1,9}\)$/;
/** In characters of the title: calibre cuts long ones, at another place in the folder than in the file. */
const COMPARED = 20;

/** The title's folder in calibre's "Author/Title (id)/Title - Author.ext", without its id; undefined in other layouts. */
export function calibreTitle(stem: string, folders: readonly string[]): string | undefined {
  const title = folders.length < 2 ? undefined : FOLDER.exec(folders.at(-1) ?? '')?.[1];
  if (title === undefined || !stem.includes(' - ')) return undefined;
  const [inFolder, inFile] = [title, stem].map((text) => titleKey(text).slice(0, COMPARED));
  return inFile?.startsWith(inFolder ?? '') ? title : undefined;
}

/**
 * calibre writes the title first, dashes and all, and the author last. In its own folders that of the author is right,
 * for long names of files are cut.
 */
export function arrangeCalibre(
  segments: readonly Segment[],
  context: NameContext,
  inOwnFolders: boolean,
): Arrangements {
  const people = (inOwnFolders ? context.folders.at(-1) : undefined) ?? segments.at(-1)?.text;
  if (segments.length < 2 || people === undefined) return arrangePlain(segments, context);
  const title = segments.slice(0, -1).map(({ text }) => text);
  return certain({ title: title.join(' - '), people }, 0.9);
}
