import { KnownShapes } from './known-shapes.js';
import { MultistatusParser } from './multistatus-parser.js';
import type { WrittenEntry } from './written-response.js';

const MOST_HEAD = 1024;
const MOST_HELD = 8 * 1024;
const RESPONSE_END = 'response>';

/**
 * Reads what MultistatusParser reads, and gives and throws the same, several times as quickly: a `response` that has the
 * shape of one before goes by the parser, which is between two of them and stays there. Whatever else stands in the answer
 * the parser gets; what stands around the responses only once it gets something else. What has not come whole waits for
 * the next chunk, or the end.
 */
export class MultistatusReader {
  private readonly parser = new MultistatusParser();
  private readonly done: WrittenEntry[] = [];
  /** All up to the end of the root's tag; undefined once it is too long to be kept. */
  private head: string | undefined = '';
  private isBegun = false;
  /** Known text that the parser was not given yet: the head, and the tail if that was all. */
  private owed = '';
  private isEnded = false;
  /** The beginning of a response, whose end is in the next chunk. */
  private held = '';
  /** What the parser was given since it was between two things the last time. */
  private tail: string | undefined;

  constructor(private readonly shapes = new KnownShapes()) {}

  /** RFC 6578: where the next report goes on. */
  get syncToken(): string | undefined {
    return this.parser.syncToken;
  }

  write(chunk: string): void {
    if (chunk === '') return;
    this.tail = undefined;
    this.readAll(chunk, this.held === '' ? this.begin(chunk) : this.join(chunk));
    this.parser.assertTags();
  }

  /** As the parser's. There may be more to take then. */
  close(): void {
    if (this.isEnded) return;
    this.payOwed();
    for (let at = 0; at < this.held.length;) at = this.parseOne(this.held, at);
    this.parser.close();
    if (this.head !== undefined && this.tail !== undefined) this.shapes.learnTail(this.head, this.tail);
  }

  /** What was read since it was last asked. */
  take(): WrittenEntry[] {
    return this.done.splice(0);
  }

  private get isBetweenThings(): boolean {
    return this.owed === '' ? this.parser.isBetweenThings : !this.isEnded;
  }

  /** Reads what was held together with what it is the beginning of; gives the place after that. */
  private join(chunk: string): number {
    const end = endOf(chunk, RESPONSE_END, 0);
    const whole = this.held + chunk.slice(0, end);
    this.held = '';
    this.readAll(whole, 0);
    return end;
  }

  private readAll(text: string, from: number): void {
    for (let at = from; at < text.length;) at = this.pass(text, at) ?? this.parseOne(text, at);
  }

  private begin(chunk: string): number {
    return this.isBegun ? 0 : (this.knowHead(chunk) ?? this.writeHead(chunk));
  }

  /** Gives the place after a head that another answer had. */
  private knowHead(chunk: string): number | undefined {
    const head = this.head === '' ? this.shapes.headOf(chunk) : undefined;
    if (head === undefined) return undefined;
    this.isBegun = true;
    this.head = this.owed = head;
    return head.length;
  }

  /** Gives the parser the chunk tag by tag until the root is open. Gives the place after that. */
  private writeHead(chunk: string): number {
    let at = 0;
    while (at < chunk.length && !this.isBegun) {
      at = this.parse(chunk, at, endOf(chunk, '>', at));
      this.isBegun = this.parser.isBetweenThings;
    }
    if (this.head !== undefined) this.head += chunk.slice(0, at);
    if (this.head !== undefined && this.head.length > MOST_HEAD) this.head = undefined;
    return at;
  }

  /** Gives the place after what the parser need not be given, or not yet. */
  private pass(text: string, at: number): number | undefined {
    return this.readOne(text, at) ?? this.knowTail(text, at) ?? this.hold(text, at);
  }

  /** By a shape; gives the place after it. */
  private readOne(chunk: string, at: number): number | undefined {
    if (this.head === undefined || !this.isBetweenThings) return undefined;
    const read = this.shapes.read(this.head, chunk, at);
    if (read) this.done.push(read.entry);
    return read?.end;
  }

  /** Gives the end of a chunk in whose rest another answer with this head came to its end. */
  private knowTail(chunk: string, at: number): number | undefined {
    const tail = this.owed !== '' && !this.isEnded ? this.shapes.tailOf(this.owed) : undefined;
    if (tail === undefined || chunk.slice(at) !== tail) return undefined;
    this.isEnded = true;
    this.owed += tail;
    return chunk.length;
  }

  /** What begins between responses, and may end in the next chunk, waits for it; gives the end of this one. */
  private hold(chunk: string, at: number): number | undefined {
    if (this.head === undefined || !this.isBetweenThings || chunk.length - at > MOST_HELD) return undefined;
    if (chunk.includes(RESPONSE_END, at)) return undefined;
    this.held = chunk.slice(at);
    return chunk.length;
  }

  /** By the parser, up to where it is between responses again, or to the end of the chunk. */
  private parseOne(chunk: string, from: number): number {
    const isWhole = this.isBetweenThings;
    let at = from;
    do at = this.parse(chunk, at, endOf(chunk, RESPONSE_END, at));
    while (at < chunk.length && !this.parser.isBetweenThings);
    if (!isWhole || this.head === undefined) return at;
    if (this.parser.isBetweenThings) this.shapes.learn(this.head, chunk.slice(from, at));
    else this.tail = chunk.slice(from);
    return at;
  }

  private parse(chunk: string, from: number, to: number): number {
    this.payOwed();
    this.parser.write(chunk.slice(from, to));
    this.done.push(...this.parser.take());
    return to;
  }

  private payOwed(): void {
    if (this.owed !== '') this.parser.write(this.owed);
    this.owed = '';
    this.isEnded = false;
  }
}

/** The place after what is searched for; the end where it does not stand there. */
function endOf(text: string, searched: string, from: number): number {
  const at = text.indexOf(searched, from);
  return at < 0 ? text.length : at + searched.length;
}
