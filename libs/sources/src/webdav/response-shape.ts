import { isDeepStrictEqual } from 'node:util';
import { MultistatusParser } from './multistatus-parser.js';
import type { PropName } from './props.js';
import { standsAt } from './stands-at.js';
import type { WrittenEntry } from './written-response.js';

/**
 * How a server writes a `response`: the text of one it wrote, with gaps for the href and for the text of properties. What
 * differs from it in the gaps alone says the same in all else; so it need not be parsed to be known.
 */
export interface ResponseShape {
  /** What stands before the first gap, between them, and after the last; each but the first begins with a tag. */
  pieces: readonly string[];
  /** What stands in each gap: the href, or the text of a property. */
  gaps: readonly Gap[];
  /** What all of them say. */
  entry: WrittenEntry;
}
type Gap = 'href' | PropName;

/** Two texts of which a response can hold one by chance. */
const PROBES = ['octavo', 'octavo again'];
const MOST_LENGTH = 8 * 1024;
const MOST_TEXTS = 32;
const MOST_IN_GAP = 4 * 1024;
/** Stands for itself in XML 1.0 and 1.1. */
const PLAIN = /^[\x20-%'-;=?-~\xa0-\u2027\u202a-\ud7ff]*$/;
const WITH_ENTITIES = /^(?:[\x20-%'-;=?-~\xa0-\u2027\u202a-\ud7ff]|&(?:amp|lt|gt|quot|apos);)*$/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The shape of a `response` that stands right in the root, whitespace before it included, after `head`, which is all up to
 * the end of the root's tag. A text is a gap where the parser, given another one in its place, tells that one and nothing
 * else anew. Undefined for what has no shape: it says nothing, is too long, or holds more than tags and text.
 */
export function shapeOf(head: string, response: string): ResponseShape | undefined {
  if (response.length > MOST_LENGTH || /<[!?]/.test(response)) return undefined;
  const entry = entryIn(head, response);
  const texts = [...response.matchAll(/(?<=>)[^<>]+(?=<)/g)].filter(([text]) => text.trim() !== '');
  if (!entry || texts.length > MOST_TEXTS) return undefined;
  const pieces: string[] = [];
  const gaps: Gap[] = [];
  let end = 0;
  for (const { index, 0: text } of texts) {
    const gap = gapFor([response.slice(0, index), response.slice(index + text.length)], entry, head);
    if (!gap) continue;
    pieces.push(response.slice(end, index));
    gaps.push(gap);
    end = index + text.length;
  }
  return { pieces: [...pieces, response.slice(end)], gaps, entry };
}

/** The entry of a `response`, if it is one, and all there is. */
function entryIn(head: string, response: string): WrittenEntry | undefined {
  const parser = new MultistatusParser();
  try {
    parser.write(`${head}${response}`);
  } catch {
    return undefined; // whatever is wrong with it, the answer's own parser says so
  }
  const entries = parser.take();
  return parser.things === 1 && parser.isBetweenThings && entries.length === 1 ? entries[0] : undefined;
}

/** Where another text between the two pieces comes out, if that is all it changes. */
function gapFor(pieces: [string, string], entry: WrittenEntry, head: string): Gap | undefined {
  const gaps = ['href', ...(Object.keys(entry.props.text) as PropName[])] as const;
  const told = PROBES.map((probe) => pieces.join(probe)).map((text) => ({ text, entry: entryIn(head, text) }));
  const isSo = (gap: Gap) => {
    const shape = { pieces, gaps: [gap], entry };
    return told.every(({ text, entry }) => isDeepStrictEqual(entry, readByShape(shape, text, 0)?.entry));
  };
  return gaps.find(isSo);
}

/** An entry, and the place after it. */
export interface ReadByShape {
  entry: WrittenEntry;
  end: number;
}

/** The `response` that begins at `at`, if it has the shape; undefined too where only the parser can tell. */
export function readByShape({ pieces, gaps, entry }: ResponseShape, text: string, at: number): ReadByShape | undefined {
  const [first = ''] = pieces;
  if (!standsAt(text, first, at)) return undefined;
  let { href } = entry;
  const values: Partial<Record<PropName, string>> = { ...entry.props.text };
  let end = at + first.length;
  for (let next = 1; next < pieces.length; next += 1) {
    const gap = gaps[next - 1] ?? 'href';
    const piece = pieces[next] ?? '';
    const gapEnd = text.indexOf('<', end);
    if (gapEnd < 0 || !standsAt(text, piece, gapEnd)) return undefined;
    const value = valueOf(text.slice(end, gapEnd));
    if (value === undefined) return undefined;
    if (gap === 'href') href = value;
    else values[gap] = value;
    end = gapEnd + piece.length;
  }
  const { status, processing, props } = entry;
  const { collection, syncCollection } = props;
  return { entry: { href, status, processing, props: { collection, syncCollection, text: values } }, end };
}

/** What a text in XML stands for; undefined where that is not told at a glance. */
function valueOf(text: string): string | undefined {
  if (text.length > MOST_IN_GAP) return undefined;
  if (PLAIN.test(text)) return text;
  if (!WITH_ENTITIES.test(text)) return undefined;
  return text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '');
}
