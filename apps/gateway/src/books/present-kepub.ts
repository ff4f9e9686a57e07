import { KEPUB_STATES, type KepubOfFile } from '@octavo/contracts';
import type { WholeBook } from '@octavo/database';
import { CONVERTIBLE, type Format } from '@octavo/domain';

type FileRow = Pick<WholeBook['files'][number], 'format' | 'drm' | 'layout' | 'problemCode' | 'fingerprint' | 'converted'>;

/** What became of the KEPUB of a file of a book. */
export function presentKepub(file: FileRow, book: Pick<WholeBook, 'deliveryForm'>): KepubOfFile {
  const against = reasonAgainst(file);
  if (against !== null) return { ...NOTHING, state: 'NONE', reason: against };
  const converted = file.converted.find(({ target }) => target === 'kepub');
  if (!converted) return { ...NOTHING, state: book.deliveryForm === null && !file.problemCode ? 'PENDING' : 'NONE' };
  if (converted.fingerprint !== file.fingerprint) return { ...NOTHING, state: 'PENDING' };
  const { problemDetail: reason, remark, size } = converted;
  const state = KEPUB_STATES.find((name) => name === converted.state) ?? 'NONE';
  return { state, reason, remark, size: size === null ? null : Number(size) };
}

const NOTHING = { reason: null, remark: null, size: null };

/** Why a file is never converted, whatever the settings; null where nothing speaks against it. */
function reasonAgainst({ format, drm, layout }: FileRow): string | null {
  if (format === 'kepub') return 'It is a KEPUB already';
  if (drm) return 'The file is protected by DRM';
  if (!CONVERTIBLE.includes(format as Format)) return 'Only EPUBs and comics become KEPUBs';
  if (format === 'epub' && layout === 'fixed') return 'Fixed-layout pages go as they are';
  return null;
}
