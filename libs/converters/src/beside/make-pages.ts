import { crc32, inflateRawSync } from 'node:zlib';
import { packNow } from '../archive/pack-ahead.js';
import { makePage, type MadePage } from '../kepub/make-page.js';
import type { PagePlan } from '../kepub/page-plan.js';
import { type Answer, type Batch, inOneBuffer, type PackedPage } from './batch.js';

/** Makes the pages of a batch and packs them. A page with any problem is left to whoever asked, whose problem it is. */
export function makePages({ id, plan, pages }: Batch): { answer: Answer; buffer: ArrayBuffer } {
  const made = pages.map((page) => ifSound(page, plan));
  const packed = made.flatMap((page) => page?.packing ?? []);
  const { parts, buffer } = inOneBuffer(packed.map(({ data }) => data));
  packed.forEach((packing, at) => (packing.data = parts[at]!));
  return { answer: { id, pages: made }, buffer };
}

function ifSound(page: PackedPage, plan: PagePlan): MadePage | undefined {
  try {
    const bytes = unpacked(page);
    if (crc32(bytes) !== page.crc32) return undefined;
    const { bytes: made, ...rest } = makePage(bytes, plan);
    return made ? { ...rest, packing: packNow(made) } : rest;
  } catch {
    return undefined;
  }
}

function unpacked({ method, size, data }: PackedPage): Uint8Array {
  return method === 0
    ? data
    : inflateRawSync(data, { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size, 64) });
}
