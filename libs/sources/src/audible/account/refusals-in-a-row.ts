/**
 * Counts how often one request is refused without being accepted in between. Others that are accepted meanwhile make
 * every way worth trying again, so that without this what nobody may see would be asked for for ever.
 */
export class RefusalsInARow {
  private readonly counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Counts one more; false where it is one too many, and counting begins anew. */
  add(request: string): boolean {
    const count = (this.counts.get(request) ?? 0) + 1;
    this.counts.set(request, count);
    if (count > this.most) this.end(request);
    return count <= this.most;
  }

  /** The request was accepted, or is given up. */
  end(request: string): void {
    this.counts.delete(request);
  }
}
