import type { Finding } from '@octavo/contracts';
import type { DeliveryReadiness } from '@octavo/database';
import { check } from './finding.js';

const { good, warning } = check('kepub', 'Books are ready');

/** How many books could go to a device now, and in which form. */
export function kepubFinding(readiness: DeliveryReadiness, converts: boolean): Finding {
  const { kepub, epub, waiting, failed, none, otherwise, otherwiseBecause } = readiness;
  const parts = [
    `${books(kepub)} ready as KEPUB`,
    ...(epub > 0 ? [`${epub} ready as EPUB`] : []),
    ...(waiting > 0 ? [`${waiting} being prepared`] : []),
    ...(none > 0 ? [`${none} that no Kobo opens`] : []),
  ];
  const detail = `${parts.join(', ')}.`;
  if (!converts) {
    return warning(
      `KEPUB_CONVERT is off. ${detail}`,
      'Set KEPUB_CONVERT=on: only KEPUBs give a Kobo its exact places, its statistics and its better way to show pages.',
    );
  }
  if (failed > 0) {
    return warning(
      `${books(failed)} could not be converted and ${failed === 1 ? 'goes' : 'go'} as EPUB. ${detail}`,
      'The jobs page tells why. A sound copy of the file usually helps.',
    );
  }
  if (otherwise > 0) {
    return warning(
      `${books(otherwise)} ${otherwise === 1 ? 'is' : 'are'} ready, but not made as the settings ask. ${detail}`,
      `The last of them: ${otherwiseBecause ?? 'nobody knows why'}`,
    );
  }
  return good(waiting > 0 ? `${detail} Those follow by themselves.` : detail);
}

const books = (count: number) => `${count} ${count === 1 ? 'book' : 'books'}`;
