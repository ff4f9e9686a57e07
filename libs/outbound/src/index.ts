export { type AddressPolicy, AddressRules, type Objection, type PortPolicy } from './address-rules.js';
export type { OutboundAnswer, OutboundRequest } from './exchange.js';
export type { Proxies } from './dispatchers.js';
export type { OutboundStream, StreamLimits, StreamOrder } from './open-stream.js';
export { Outbound } from './outbound.js';
export { OutboundError, type OutboundFailure } from './problems.js';
