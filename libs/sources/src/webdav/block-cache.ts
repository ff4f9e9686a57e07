/** Bytes of a file that were read, in blocks of equal size; those used longest ago are let go. */
export class BlockCache {
  /** Of the block at each place; the last one of a file is shorter. */
  private readonly blocks = new Map<number, Promise<Uint8Array>>();

  constructor(
    readonly blockBytes: number,
    private readonly most: number,
  ) {}

  has(block: number): boolean {
    return this.blocks.has(block);
  }

  get(block: number): Promise<Uint8Array> | undefined {
    const found = this.blocks.get(block);
    if (found) this.put(block, found);
    return found;
  }

  /** What fails is forgotten, so that it is asked for again. */
  put(block: number, bytes: Promise<Uint8Array>): void {
    this.blocks.delete(block);
    this.blocks.set(block, bytes);
    bytes.catch(() => this.blocks.get(block) === bytes && this.blocks.delete(block));
    for (const oldest of this.blocks.keys()) {
      if (this.blocks.size <= this.most) break;
      this.blocks.delete(oldest);
    }
  }
}
