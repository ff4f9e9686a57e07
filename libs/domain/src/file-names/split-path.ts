import { singleSpaced } from './text-edges.js';

export interface PathParts {
  /** Outermost first, without empty ones. */
  folders: string[];
  /** With its ending. */
  name: string;
}

/** A path of our own making ("Author/Title.epub") as clean texts: composed letters, nothing invisible, decoded once. */
export function splitPath(path: string): PathParts {
  const parts = path
    .split('/')
    .map(cleanPart)
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return { name: parts.pop() ?? '', folders: parts };
}

/** Marks of direction, soft hyphens and zero-width spaces. Joiners stay: Persian and Hindi are written with them. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

function cleanPart(part: string): string {
  const visible = percentDecoded(part)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(INVISIBLE, '');
  return singleSpaced(visible).normalize('NFC');
}

/** "The%20Left%20Hand" -> "The Left Hand"; a text with a percent sign that encodes nothing stays as it is. */
function percentDecoded(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text.toWellFormed());
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return text;
  }
}
