export { type AddressPolicy, AddressRules, type Objection } from './address-rules.js';
export { Outbound, type OutboundAnswer, type OutboundRequest, type Proxies } from './outbound.js';
export { OutboundError, type OutboundFailure } from './problems.js';
