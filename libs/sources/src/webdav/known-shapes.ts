import { readByShape, shapeOf, type ReadByShape, type ResponseShape } from './response-shape.js';

/** A server writes files one way and folders another. One that never writes the same way twice is read without shapes. */
const MOST_TRIED = 32;

/** The shapes in which one server writes responses, learned while its answers are read. */
export class KnownShapes {
  /** By all that stands in an answer up to the end of the root's tag: there namespaces are bound. */
  private readonly byHead = new Map<string, readonly ResponseShape[]>();
  private tried = 0;

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
