import { DELIVERY_STATES, type DeliveryState, type DeviceBook } from '@octavo/contracts';

interface StateWord {
  word: string;
  /** Of the theme; the word says the same. */
  color: 'green' | 'petrol' | 'gray';
}

const WORDS: Record<DeliveryState, StateWord> = {
  'not-offered': { word: 'Not offered', color: 'gray' },
  waiting: { word: 'Waiting', color: 'gray' },
  sent: { word: 'Sent', color: 'petrol' },
  acknowledged: { word: 'Acknowledged', color: 'petrol' },
  downloaded: { word: 'Downloaded', color: 'green' },
  removing: { word: 'Being removed', color: 'gray' },
  removed: { word: 'Removed', color: 'gray' },
};

export const deliveryWord = (state: DeliveryState): StateWord => WORDS[state];

/** What the list can be narrowed to, "" for everything, as a select wants it. */
export const DELIVERY_CHOICES = [
  { value: '', label: 'In any state' },
  ...DELIVERY_STATES.map((state) => ({ value: state, label: WORDS[state].word })),
];

export const isDeliveryState = (text: string): text is DeliveryState => text in WORDS;

/** What the user can have done with a book, in words, and what is sent for it. */
export interface DeliveryAction {
  words: string;
  withheld: boolean;
}

const SEND_AGAIN: DeliveryAction = { words: 'Send again', withheld: false };
const NEVER_SEND: DeliveryAction = { words: 'Never send to this device', withheld: true };

/** What makes sense for a book as a device has it, the likeliest first. */
export function actionsFor({ state, withheld }: Pick<DeviceBook, 'state' | 'withheld'>): DeliveryAction[] {
  if (withheld === 'user') return [{ words: 'Send to this device', withheld: false }];
  if (withheld === 'device') return [SEND_AGAIN, NEVER_SEND];
  switch (state) {
    case 'sent':
    case 'acknowledged':
    case 'downloaded':
      return [SEND_AGAIN, NEVER_SEND];
    case 'waiting':
    case 'not-offered':
      return [NEVER_SEND];
    // It was taken out of the choice, or is gone here: there is nothing to keep from the device.
    case 'removing':
    case 'removed':
      return [];
  }
}

/** When a book went which way, in their order; only what happened. */
export function milestones({
  sentAt,
  acknowledgedAt,
  downloadedAt,
  withheldAt,
}: Pick<DeviceBook, 'sentAt' | 'acknowledgedAt' | 'downloadedAt' | 'withheldAt'>): { words: string; at: string }[] {
  const all = [
    { words: 'sent', at: sentAt },
    { words: 'acknowledged', at: acknowledgedAt },
    { words: 'downloaded', at: downloadedAt },
    { words: 'kept away', at: withheldAt },
  ];
  return all.flatMap(({ words, at }) => (at === null ? [] : [{ words, at }]));
}
