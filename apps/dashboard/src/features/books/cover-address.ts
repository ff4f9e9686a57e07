/** The cover's address at a size in pixels. `coverUrl` already has a query that changes with the cover. */
export function coverAddress(coverUrl: string, width: number, height: number): string {
  const separator = coverUrl.includes('?') ? '&' : '?';
  return `${coverUrl}${separator}width=${width}&height=${height}`;
}

/** Whether two addresses are of one picture: what changes with the cover is the same for the same bytes, whoever has them. */
export function isSameCover(one: string | null, other: string | null): boolean {
  const picture = picturesId(one);
  return picture !== null && picture === picturesId(other);
}

const picturesId = (coverUrl: string | null) => new URLSearchParams(coverUrl?.split('?')[1]).get('v');
