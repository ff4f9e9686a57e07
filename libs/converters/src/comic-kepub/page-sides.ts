export type Side = 'left' | 'right' | 'center';

/**
 * Where each page stands when a device held sideways shows two at once. The first page is the cover and stands alone
 * (Kobo's apps show it so in any case), and so does a double page, which is wider than high. The others stand in pairs:
 * what follows a page that stands alone begins a pair, and what comes before a double page ends one, as in print. Of an
 * odd number of pages before a double page the first is left alone.
 */
export function pageSides(pages: readonly { width: number; height: number }[], rightToLeft: boolean): Side[] {
  const [first, second]: Side[] = rightToLeft ? ['right', 'left'] : ['left', 'right'];
  const alone = pages.map(({ width, height }, at) => at === 0 || width > height);
  const sides: Side[] = [];
  while (sides.length < pages.length) {
    const start = sides.length;
    const next = alone.indexOf(true, start);
    const end = next < 0 ? pages.length : next;
    const shift = next < 0 ? 0 : (end - start) % 2;
    for (let at = start; at < end; at += 1) sides.push((at - start + shift) % 2 === 0 ? first! : second!);
    if (next >= 0) sides.push('center');
  }
  return sides;
}
