import { isForeign, isLeftUnmarked } from './element-rules.js';

const NOWHERE = Number.POSITIVE_INFINITY;

/** The elements open at one point of a page, and what follows from them for the text there. */
export class OpenElements {
  private readonly names: string[] = [];
  private foreignFrom = NOWHERE;
  private unmarkedFrom = NOWHERE;

  /** How many elements are open. */
  get depth(): number {
    return this.names.length;
  }

  get innermost(): string | undefined {
    return this.names.at(-1);
  }

  /** Inside a drawing or a formula. */
  get inForeign(): boolean {
    return this.foreignFrom < NOWHERE;
  }

  /** Inside an element that gets no spans. */
  get inUnmarked(): boolean {
    return this.unmarkedFrom < NOWHERE;
  }

  push(name: string): void {
    const depth = this.names.push(name);
    if (!this.inForeign && isForeign(name)) this.foreignFrom = depth;
    if (!this.inUnmarked && isLeftUnmarked(name)) this.unmarkedFrom = depth;
  }

  pop(): void {
    const depth = this.names.length;
    this.names.pop();
    if (this.foreignFrom === depth) this.foreignFrom = NOWHERE;
    if (this.unmarkedFrom === depth) this.unmarkedFrom = NOWHERE;
  }
}
