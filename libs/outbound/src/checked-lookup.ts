import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { AddressRules } from './address-rules.js';
import { OutboundError } from './problems.js';

/**
 * Looks a name up and refuses what it must not lead to, at the moment of connecting: what a name led to when it was
 * checked before may be something else by then. Of several addresses, only those that may be reached are given.
 */
export function checkedLookup(rules: AddressRules): LookupFunction {
  return (host, options, callback) => {
    const asked: LookupOptions = { ...options, all: true };
    lookup(host, asked, (error, found) => {
      if (error) return callback(error, '', 0);
      const addresses = found as unknown as LookupAddress[];
      const open = addresses.filter(({ address }) => rules.allowsHost(host) || !rules.objectionTo(address));
      const [first] = open;
      if (!first) return callback(refusal(host, addresses, rules), '', 0);
      if (options.all) return callback(null, open);
      callback(null, first.address, first.family);
    });
  };
}

function refusal(host: string, [first]: LookupAddress[], rules: AddressRules): OutboundError {
  const objection = first ? rules.objectionTo(first.address) : undefined;
  return new OutboundError('forbidden-address', `${host} leads to ${objection ?? 'no address'}, which is not allowed`);
}
