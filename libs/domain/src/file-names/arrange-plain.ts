import { certain, type Arrangement, type Arrangements } from './arrangement.js';
import { authorSide } from './author-side.js';
import type { NameContext } from './name-context.js';
import { looksLikePerson } from './person-score.js';
import type { NameOrder } from './reading.js';
import type { Segment } from './split-segments.js';
import { hasLetterOrDigit } from './text-edges.js';

/**
 * Parts that hold a title and perhaps an author and a subtitle, but no number. The author is at one end; what is left
 * is title and subtitle in that order.
 */
export function arrangePlain(segments: readonly Segment[], context: NameContext, order?: NameOrder): Arrangements {
  const [first, last] = [segments[0], segments.at(-1)];
  if (first === undefined || last === undefined) return certain({ title: '' }, 0);
  if (segments.length === 1) return certain(arrangeOne(first.text), 0.6);
  const { author, ambiguous, confidence } = authorSide(first, last, context, order);
  const front = titled(segments.slice(1), first.text);
  const back = titled(segments.slice(0, -1), last.text);
  const none = titled(segments);
  if (author === 'neither') {
    const people = [back, front].filter(({ people = '' }) => ambiguous || looksLikePerson(people));
    return { ways: [none, ...people], ambiguous, confidence };
  }
  const [way, other] = author === 'first' ? [front, back] : [back, front];
  if (ambiguous) return { ways: [way, other], ambiguous, confidence };
  // A file that names an author other than its folder does: "Author/Series - Title" looks the same.
  if (context.inAuthorFolder && order === undefined && confidence < 0.8)
    return { ways: [way, none], ambiguous: true, confidence };
  return certain(way, confidence, confidence <= 0.5 ? [none] : []);
}

function titled(segments: readonly Segment[], people?: string): Arrangement {
  const [title = '', ...rest] = segments.map(({ text }) => text);
  return { title, ...(people && { people }), ...(rest.length > 0 && { subtitle: rest.join(' - ') }) };
}

/** "The Three-Body Problem by Cixin Liu"; "Stand by Me" is all title, as is whatever has no by. */
function arrangeOne(text: string): Arrangement {
  const by = text.lastIndexOf(' by ');
  if (by <= 0) return { title: text };
  const [title, people] = [text.slice(0, by), text.slice(by + 4)];
  return looksLikePerson(people) && hasLetterOrDigit(title) ? { title, people } : { title: text };
}
