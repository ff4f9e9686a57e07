import { readByShape, shapeOf, type ReadByShape, type ResponseShape } from './response-shape.js';

/** A server writes files one way and folders another. One that never writes the same way twice is read without shapes. */
const MOST_TRIED = 32;
/** The end of the root, and nothing else. */
const TAIL = /^\s{0,16}<\/[^<>]{1,64}>\s{0,16}$/;

/** The shapes in which one server writes responses, learned while its answers are read. */
export class KnownShapes {
  /** By all that stands in an answer up to the end of the root's tag: there namespaces are bound. */
  private readonly byHead = new Map<string, readonly ResponseShape[]>();
  /** By the same: what stood after the last response where an answer came to its end. */
  private readonly tails = new Map<string, string>();
  private tried = 0;

  /** The head of an answer that begins so, if one with that head was read before. */
  headOf(text: string): string | undefined {
    for (const head of this.byHead.keys()) if (text.startsWith(head)) return head;
    return undefined;
  }

  /** What ended answers with this head. */
  tailOf(head: string): string | undefined {
    return this.tails.get(head);
  }

  /** Takes note of what stood after the last thing in an answer that was whole. */
  learnTail(head: string, tail: string): void {
    if (this.byHead.has(head) && TAIL.test(tail)) this.tails.set(head, tail);
  }

  /** The `response` that begins at `at`, if it has a known shape. */
  read(head: string, text: string, at: number): ReadByShape | undefined {
    const shapes = this.byHead.get(head) ?? [];
    for (const shape of shapes) {
      const read = readByShape(shape, text, at);
      if (!read) continue;
      if (shape !== shapes[0]) this.putFirst(head, shape);
      return read;
    }
    return undefined;
  }

  /** Takes note of a `response` that had none of the known shapes. */
  learn(head: string, response: string): void {
    if (this.tried === MOST_TRIED) return;
    this.tried += 1;
    const shape = shapeOf(head, response);
    if (shape) this.putFirst(head, shape);
  }

  /** Most that follow a response are like it. */
  private putFirst(head: string, shape: ResponseShape): void {
    const others = (this.byHead.get(head) ?? []).filter((one) => one !== shape);
    this.byHead.set(head, [shape, ...others]);
  }
}
