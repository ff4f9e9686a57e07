export { candidateFrom as audibleProduct } from './audible-catalogue/product.js';
export * from './candidate.js';
export * from './metadata-provider.js';
export { providers } from './providers.js';
export { isSwitchedOn } from './switched-on.js';
export { statementOfCandidate, type Taken } from './statement-of-candidate.js';
