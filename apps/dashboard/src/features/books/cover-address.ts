/** The cover's address at a size in pixels. `coverUrl` already has a query that changes with the cover. */
export function coverAddress(coverUrl: string, width: number, height: number): string {
  const separator = coverUrl.includes('?') ? '&' : '?';
  return `${coverUrl}${separator}width=${width}&height=${height}`;
}
