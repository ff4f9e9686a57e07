import { useQuery } from '@tanstack/react-query';
import { accountsQuery, type StorePlace } from './audible.queries.js';
import { countryName } from './marketplaces.js';

/** What a store is called: "Ann’s Audible, Germany"; undefined while that is not known. */
export function useStoreName({ accountId, storeId }: StorePlace): string | undefined {
  const account = useQuery(accountsQuery).data?.items.find(({ id }) => id === accountId);
  const store = account?.stores.find(({ id }) => id === storeId);
  return account && store && `${account.name}, ${countryName(store.country)}`;
}
