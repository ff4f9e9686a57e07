import type { MetadataSettings, ProviderChoice, ProviderName } from '@octavo/contracts';
import type { Medium } from '@octavo/domain';
import { moved } from '../editing/moved.js';

/** Under which name the providers of a medium are kept. */
export const ORDER_OF = { ebook: 'ebooks', audiobook: 'audiobooks' } as const satisfies Record<
  Medium,
  keyof MetadataSettings
>;

type Change = (settings: MetadataSettings) => MetadataSettings;

/** The settings with a provider one place up (-1) or down (1). */
export function withMoved(medium: Medium, id: ProviderName, by: -1 | 1): Change {
  return onOrder(medium, (order) => {
    const from = order.findIndex((one) => one.id === id);
    return moved(order, from, from + by);
  });
}

/** The settings with something else about a provider. */
export function withChoice(medium: Medium, id: ProviderName, change: Partial<Omit<ProviderChoice, 'id'>>): Change {
  return onOrder(medium, (order) => order.map((one) => (one.id === id ? { ...one, ...change } : one)));
}

function onOrder(medium: Medium, change: (order: ProviderChoice[]) => ProviderChoice[]): Change {
  const name = ORDER_OF[medium];
  return (settings) => ({ ...settings, [name]: change(settings[name]) });
}
