import { SourceCopy } from '../../kepub/source-copy.js';
import { escapeText, leaveOpen, removeAttribute, setAttribute } from '../../kepub/tag-source.js';
import type { Markup, MarkupElement } from './markup.js';

interface Change {
  attributes: Map<string, string | undefined>;
  /** Takes the place of all that is inside. */
  text?: string;
  isRemoved?: boolean;
  before: string[];
  after: string[];
  /** Behind all that is inside. */
  within: string[];
}

interface Edit {
  start: number;
  end: number;
  text: string;
  /** Behind whatever else is inserted at the same place. */
  isLast?: boolean;
}

/**
 * Changes to single elements of a text. What they do not name stays to the letter; new elements stand on lines of their
 * own, indented like their neighbours, where the text has such lines.
 */
export class MarkupEdits {
  private readonly changes = new Map<MarkupElement, Change>();

  constructor(private readonly markup: Markup) {}

  /** `text` is plain text and takes the place of all that is inside. */
  setText(element: MarkupElement, text: string): void {
    this.changeOf(element).text = text;
  }

  /** The name as it is to be written; undefined removes the attribute. */
  setAttribute(element: MarkupElement, name: string, value: string | undefined): void {
    this.changeOf(element).attributes.set(name, value);
  }

  /** With the white space in front of it. */
  remove(element: MarkupElement): void {
    this.changeOf(element).isRemoved = true;
  }

  isRemoved(element: MarkupElement): boolean {
    return this.changes.get(element)?.isRemoved === true;
  }

  /** The neighbour may be removed itself. */
  insertBefore(neighbour: MarkupElement, ...elements: string[]): void {
    this.changeOf(neighbour).before.push(...elements);
  }

  /** The neighbour may be removed itself. */
  insertAfter(neighbour: MarkupElement, ...elements: string[]): void {
    this.changeOf(neighbour).after.push(...elements);
  }

  append(parent: MarkupElement, ...elements: string[]): void {
    this.changeOf(parent).within.push(...elements);
  }

  /** The text with all changes; the very same text without any. */
  finish(): string {
    const edits = [...this.changes].flatMap(([element, change]) => this.editsOf(element, change));
    const copy = new SourceCopy(this.markup.text);
    let done = 0;
    for (const { start, end, text } of edits.sort(byPlace)) {
      if (start >= done) copy.replace(start, end, text);
      done = Math.max(done, end);
    }
    return copy.finish();
  }

  private changeOf(element: MarkupElement): Change {
    const known = this.changes.get(element);
    if (known) return known;
    const change: Change = { attributes: new Map(), before: [], after: [], within: [] };
    this.changes.set(element, change);
    return change;
  }

  private editsOf(element: MarkupElement, change: Change): Edit[] {
    const { text } = this.markup;
    const space = spaceBefore(text, element.start.start);
    const lines = (elements: string[]) => elements.map((one) => lineOf(space) + one).join('');
    const front = element.start.start - space.length;
    const back = element.end.end;
    return [
      { start: front, end: front, text: lines(change.before) },
      ...(change.isRemoved ? [{ start: front, end: back, text: '' }] : this.editsInside(element, change)),
      { start: back, end: back, text: lines(change.after) },
    ].filter(({ start, end, text: written }) => end > start || written !== '');
  }

  private editsInside(element: MarkupElement, { attributes, text, within }: Change): Edit[] {
    const { start, end, tag } = element;
    const source = this.markup.text.slice(start.start, start.end);
    const written = [...attributes].reduce(
      (result, [name, value]) =>
        value === undefined ? removeAttribute(result, name) : setAttribute(result, name, value),
      source,
    );
    const isEmpty = tag.isSelfClosing;
    const content = (text === undefined ? '' : escapeText(text)) + this.linesWithin(element, within);
    if (isEmpty && content !== '') return [{ ...start, text: `${leaveOpen(written)}${content}</${tag.name}>` }];
    const inside = text === undefined ? end.start - spaceBefore(this.markup.text, end.start).length : start.end;
    return [
      ...(written === source ? [] : [{ ...start, text: written }]),
      ...(isEmpty || (text === undefined && content === '')
        ? []
        : [{ start: inside, end: text === undefined ? inside : end.start, text: content, isLast: true }]),
    ];
  }

  private linesWithin({ start, end, children }: MarkupElement, elements: readonly string[]): string {
    const { text } = this.markup;
    const [last] = children.slice(-1);
    const own = spaceBefore(text, start.start);
    const isSpread = /^\s*\n/.test(text.slice(start.end, end.start));
    const space = last ? lineOf(spaceBefore(text, last.start.start)) : isSpread ? `${lineOf(own) || '\n'}  ` : '';
    return elements.map((one) => space + one).join('');
  }
}

/** What is inserted at a place comes before what is removed from there on. */
function byPlace(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end || Number(a.isLast ?? false) - Number(b.isLast ?? false);
}

const LONGEST_SPACE = 500;

/** White space without empty lines. */
function lineOf(space: string): string {
  return /\r?\n[^\n]*$/.exec(space)?.[0] ?? space;
}

/** The white space in front of a place, where that is all there is between it and other markup. */
function spaceBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - LONGEST_SPACE), at);
  const space = before.slice(before.trimEnd().length);
  return before.length > space.length && before.at(-space.length - 1) === '>' ? space : '';
}
