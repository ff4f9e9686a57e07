import { latin1, uint, utf8 } from './bytes.js';

export function box(type: string, ...content: Uint8Array[]): Buffer {
  const bytes = Buffer.concat(content);
  return Buffer.concat([uint(4, bytes.byteLength + 8), latin1(type), bytes]);
}

/** A box with a version and flags in front. */
export function fullBox(type: string, ...content: Uint8Array[]): Buffer {
  return box(type, uint(4, 0), ...content);
}

/** A tag of iTunes' list: four letters, or a free name. A number and a total go into `trkn` and `disk`. */
export function item(name: string, value: string): Buffer {
  if (name === 'trkn' || name === 'disk') {
    const [number = '0', total = '0'] = value.split('/');
    const places = [
      uint(2, 0),
      uint(2, Number(number)),
      uint(2, Number(total)),
      ...(name === 'trkn' ? [uint(2, 0)] : []),
    ];
    return box(name, data(0, Buffer.concat(places)));
  }
  if (name.length === 4 && name !== 'ISBN' && name !== 'ASIN') return box(name, data(1, utf8(value)));
  const [mean, free] = [fullBox('mean', latin1('com.apple.iTunes')), fullBox('name', utf8(name))];
  return box('----', mean, free, data(1, utf8(value)));
}

export function cover(bytes: Uint8Array): Buffer {
  return box('covr', data(bytes[0] === 0x89 ? 14 : 13, bytes));
}

function data(kind: number, value: Uint8Array): Buffer {
  return box('data', uint(4, kind), uint(4, 0), value);
}

/** Nero's list: starts in units of 100 nanoseconds. */
export function neroList(chapters: readonly { title: string; startSec: number }[]): Buffer {
  const rows = chapters.slice(0, 255).map(({ title, startSec }) => {
    const text = utf8(title).subarray(0, 255);
    return Buffer.concat([uint(8, startSec * 10_000_000), uint(1, text.byteLength), text]);
  });
  return box('chpl', uint(4, 0x0100_0000), uint(4, 0), uint(1, rows.length), ...rows);
}
