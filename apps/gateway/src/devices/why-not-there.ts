import { deliverableFiles, type DeviceBookRow, type WholeBook } from '@octavo/database';
import { type ConversionPolicy, planDelivery } from '@octavo/domain';

/**
 * Why a book is not on a device yet, in a sentence for its user; null where there is nothing to explain. `book` is needed
 * for a book that is not offered; `policy`: what becomes a KEPUB on this server.
 */
export function whyNotThere(row: DeviceBookRow, book: WholeBook | undefined, policy: ConversionPolicy): string | null {
  if (row.withheld === 'device') return 'It was deleted on the device. Send it again if that was a mistake.';
  if (row.withheld === 'user') return 'You keep it from this device.';
  switch (row.state) {
    case 'downloaded':
    case 'removed':
      return null;
    case 'acknowledged':
      return 'The device knows of it and has not fetched it yet; most books wait there for a tap.';
    case 'sent':
      return 'It was sent, and the device has not come back since to show that it arrived.';
    case 'waiting':
      return 'It goes to the device at its next sync.';
    case 'removing':
      return 'The device is told at its next sync to forget it.';
    case 'not-offered':
      return book ? whyNotOffered(book, policy) : null;
  }
}

function whyNotOffered(book: WholeBook, policy: ConversionPolicy): string {
  if (book.missingSince) return 'Its file is missing.';
  if (book.deliveryForm === null || book.deliveryForm === 'stale') return 'It is being prepared for devices.';
  if (book.deliveryForm === 'unasked')
    return 'It lies on another server, and is fetched once this device is to have it.';
  if (book.deliveryForm !== 'none') return 'It is not among the books chosen for this device.';
  const plan = planDelivery(deliverableFiles(book), policy);
  if (plan.form === 'none') return sentence(plan.reason);
  const tried = book.files.find(({ id }) => id === plan.file.id)?.converted.find(({ state }) => state === 'FAILED');
  if (tried) return sentence(`It could not be converted: ${tried.problemDetail ?? 'nobody knows why'}`);
  return 'It is being prepared for devices.';
}

const sentence = (text: string) => `${text.replace(/\.$/, '')}.`;
