import type { CoverImage } from '@octavo/domain';
import { coverImage } from '../images/cover-image.js';
import { EXTH, type ExthField } from './exth.js';
import { NONE, type MobiHeader } from './mobi-header.js';
import type { PalmDatabase } from './palm-database.js';

const MAX_BYTES = 30 * 1024 * 1024;
/** A header names its cover once or twice; each further one would cost a read. */
const MAX_TRIED = 4;

/** The cover, its bytes untouched, and why a record that is called so was passed over. Images are never encrypted. */
export async function mobiCover(
  database: PalmDatabase,
  header: MobiHeader,
): Promise<{ cover?: CoverImage; warnings: string[] }> {
  const warnings: string[] = [];
  for (const index of coverRecords(header)) {
    const bytes = await database.record(index, MAX_BYTES + 1);
    const name = `record ${index}`;
    const found =
      bytes === undefined || bytes.byteLength > MAX_BYTES
        ? `The cover "${name}" cannot be read.`
        : await coverImage(name, bytes);
    if (typeof found !== 'string') return { cover: found, warnings };
    warnings.push(found);
  }
  return { warnings };
}

/** Record numbers, the better ground first: the offset (201), then the address KF8 writes (129). */
function coverRecords({ exth, firstImage }: MobiHeader): number[] {
  if (firstImage === undefined || firstImage === NONE) return [];
  const of = (type: number, place: (field: ExthField) => number | undefined) =>
    exth.filter((field) => field.type === type).map(place);
  const places = [...of(EXTH.coverOffset, offsetOf), ...of(EXTH.coverAddress, embedded)];
  const records = places.filter((place) => place !== undefined).map((place) => firstImage + place);
  return [...new Set(records)].slice(0, MAX_TRIED);
}

function offsetOf({ data }: ExthField): number | undefined {
  const offset = data.byteLength < 4 ? NONE : Buffer.from(data).readUInt32BE(0);
  return offset === NONE ? undefined : offset;
}

/** "kindle:embed:000A?mime=image/jpeg": digits in base 32, and the first image is 1. */
function embedded({ data }: ExthField): number | undefined {
  const digits = /^kindle:embed:([0-9a-v]{1,6})(?![0-9a-z])/i.exec(Buffer.from(data).toString('latin1'))?.[1];
  const number = digits === undefined ? 0 : parseInt(digits, 32);
  return number === 0 ? undefined : number - 1;
}
