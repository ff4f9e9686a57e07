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

/** What a Kobo takes from a sync. */
const FORMS: readonly Format[] = ['epub', 'kepub'];

/**
 * Decides in which form devices get a book. A KEPUB goes as it is; an EPUB is converted where that is wanted and
 * possible. Only KEPUB gives Kobo its exact places, statistics and better renderer, so it comes first.
 */
export function planDelivery<File extends DeliverableFile>(files: File[], convert: boolean): DeliveryPlan<File> {
  const open = files.filter(({ drm, problem, format }) => drm === null && problem === null && FORMS.includes(format));
  const ranked = [...open].sort((a, b) => rank(a) - rank(b));
  const file = ranked[0];
  if (!file) return { form: 'none', reason: reasonForNone(files) };
  if (file.format === 'kepub') return { form: 'kepub', file, convert: false, reason: null };
  if (file.layout === 'fixed')
    return { form: 'epub', file, convert: false, reason: 'Fixed-layout pages go as they are' };
  if (!convert) return { form: 'epub', file, convert: false, reason: 'Conversion is switched off' };
  return { form: 'kepub', file, convert: true, reason: null };
}

/** How a plan is written down: changes exactly when devices must fetch the book again. */
export function deliveryForm(plan: DeliveryPlan): string {
  return plan.form === 'none' ? 'none' : `${plan.form}:${plan.file.fingerprint}-${plan.file.size}`;
}

const rank = (file: DeliverableFile) => (file.missing ? 2 : 0) + (file.format === 'kepub' ? 0 : 1);

function reasonForNone(files: DeliverableFile[]): string {
  const protectedBy = files.find(({ drm }) => drm !== null);
  if (protectedBy) return 'The file is protected by DRM';
  return files.find(({ problem }) => problem !== null)?.problem ?? 'There is no file a Kobo can open';
}
