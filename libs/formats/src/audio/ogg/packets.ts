import type { RandomAccess } from '@octavo/domain';
import { oggPages } from './pages.js';

export interface OggPacket {
  serial: number;
  bytes: Uint8Array;
}

/** The packets of all streams as they are completed. Memory is bounded by the 32 MiB that are read of a file. */
export async function* oggPackets(source: RandomAccess): AsyncGenerator<OggPacket> {
  const unfinished = new Map<number, Uint8Array[]>();
  for await (const { serial, continued, segments, open } of oggPages(source)) {
    const before = continued ? (unfinished.get(serial) ?? []) : [];
    const packets = segments.map((segment, at) => (at === 0 ? [...before, segment] : [segment]));
    unfinished.set(serial, open ? (packets.pop() ?? []) : []);
    for (const parts of packets) yield { serial, bytes: Buffer.concat(parts) };
  }
}
