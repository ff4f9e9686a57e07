export * from './candidate.js';
export * from './metadata-provider.js';
export { providers } from './providers.js';
