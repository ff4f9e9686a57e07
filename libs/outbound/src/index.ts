export { type AddressPolicy, AddressRules, type Objection } from './address-rules.js';
export type { OutboundAnswer, OutboundRequest } from './exchange.js';
export { Outbound, type Proxies } from './outbound.js';
export { OutboundError, type OutboundFailure } from './problems.js';
