/** What a program says, however much it is: a Go program's panic begins with the reason, other errors end with it. */
export class FirstAndLast {
  private first = Buffer.alloc(0);
  private last = Buffer.alloc(0);

  /** Keeps this many bytes of the beginning and as many of the end. */
  constructor(private readonly each: number) {}

  add(chunk: Buffer): void {
    const room = this.each - this.first.byteLength;
    if (room > 0) this.first = Buffer.concat([this.first, chunk.subarray(0, room)]);
    const rest = chunk.subarray(Math.max(0, room));
    if (rest.byteLength === 0) return;
    // Copied, so that a small piece does not keep a large chunk alive.
    this.last = Buffer.concat([this.last, rest.subarray(-this.each)]).subarray(-this.each);
  }

  toString(): string {
    return Buffer.concat([this.first, this.last]).toString('utf8');
  }
}
