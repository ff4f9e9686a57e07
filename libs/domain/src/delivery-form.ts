import type { Format } from './book.js';

/** What is known of a file when it is decided in which form devices get its book. */
export interface DeliverableFile {
  id: string;
  format: Format;
  fingerprint: string;
  size: bigint;
  layout: 'reflowable' | 'fixed';
  drm: string | null;
  /** Why it could not be read, if it could not. */
  problem: string | null;
  /** True when no copy of it is there. */
  missing: boolean;
}

/** How a book goes to a device: a file as it is, or converted first. */
export type DeliveryPlan<File extends DeliverableFile = DeliverableFile> =
  { form: 'kepub' | 'epub'; file: File; convert: boolean; reason: string | null } | { form: 'none'; reason: string };

/** What the operator decided about conversion. */
export interface ConversionPolicy {
  convert: boolean;
  /** Larger files are not converted; in bytes. */
  sizeLimit: number;
}

/** What becomes a KEPUB, the best first. */
export const CONVERTIBLE: readonly Format[] = ['epub', 'cbz', 'cbr'];

/** What a Kobo takes from a sync, and what can be made so. */
const FORMS: readonly Format[] = ['kepub', ...CONVERTIBLE];

/**
 * Decides in which form devices get a book. A KEPUB goes as it is; an EPUB is converted where that is wanted and
 * possible. Only KEPUB gives Kobo its exact places, statistics and better renderer, so it comes first. A comic reaches a
 * device converted or not at all: what sync hands over is EPUB or KEPUB.
 */
export function planDelivery<File extends DeliverableFile>(
  files: File[],
  policy: ConversionPolicy,
): DeliveryPlan<File> {
  const open = files.filter(({ drm, problem, format }) => drm === null && problem === null && FORMS.includes(format));
  const file = [...open].sort((a, b) => rank(a) - rank(b))[0];
  if (!file) return { form: 'none', reason: reasonForNone(files) };
  if (file.format === 'kepub') return { form: 'kepub', file, convert: false, reason: null };
  const reason = reasonAgainst(file, policy);
  if (reason === null) return { form: 'kepub', file, convert: true, reason };
  return unconverted(file, reason);
}

/** What devices get of a file that is not converted, for whatever reason. */
export function unconverted<File extends DeliverableFile>(file: File, reason: string): DeliveryPlan<File> {
  if (file.format === 'epub') return { form: 'epub', file, convert: false, reason };
  return { form: 'none', reason: `A comic reaches a Kobo only as KEPUB. ${reason}` };
}

/** Why a file is better not converted; null when nothing speaks against it. */
function reasonAgainst(file: DeliverableFile, { convert, sizeLimit }: ConversionPolicy): string | null {
  if (file.format === 'epub' && file.layout === 'fixed') return 'Fixed-layout pages go as they are';
  if (!convert) return 'Conversion is switched off';
  if (file.size > BigInt(sizeLimit)) return 'The file is larger than what is converted';
  return null;
}

/** Of a plan, what devices notice. */
type SettledForm = { form: 'kepub' | 'epub'; file: Pick<DeliverableFile, 'fingerprint' | 'size'> } | { form: 'none' };

/** How a plan is written down: changes exactly when devices must fetch the book again. */
export function deliveryForm(plan: SettledForm): string {
  return plan.form === 'none' ? 'none' : `${plan.form}:${plan.file.fingerprint}-${plan.file.size}`;
}

const rank = (file: DeliverableFile) => (file.missing ? FORMS.length : 0) + FORMS.indexOf(file.format);

function reasonForNone(files: DeliverableFile[]): string {
  const protectedBy = files.find(({ drm }) => drm !== null);
  if (protectedBy) return 'The file is protected by DRM';
  return files.find(({ problem }) => problem !== null)?.problem ?? 'There is no file a Kobo can open';
}
