export * from './account/index.js';
export type { Ask, Asked, AskOrder } from './ask.js';
export { AUDIBLE_REASONS, AudibleError, type AudibleReason } from './audible-error.js';
export type { Authority, Unauthorised } from './authority.js';
