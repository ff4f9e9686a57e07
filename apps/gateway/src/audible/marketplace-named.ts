import { marketplaceOf, type Marketplace } from '@octavo/sources';
import { InvalidRequest } from '../http/zod.pipe.js';

/** Never a guess: throws 'request.invalid' for a name that stands for none. */
export function marketplaceNamed(name: string, path = 'marketplace'): Marketplace {
  const found = marketplaceOf(name);
  if (!found) throw new InvalidRequest([{ path, message: `Audible has no marketplace "${name.slice(0, 40)}"` }]);
  return found;
}
