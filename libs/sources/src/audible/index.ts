export * from './account/index.js';
export type { Ask, Asked, AskOrder } from './ask.js';
export {
  AudibleClient,
  type AudibleAnswer,
  type AudibleClientOptions,
  type AudibleNotice,
  type AudibleOutcome,
} from './audible-client.js';
export { AUDIBLE_REASONS, AudibleError, type AudibleReason } from './audible-error.js';
export type { Authority, Unauthorised } from './authority.js';
export * from './library/index.js';
