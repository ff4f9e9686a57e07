export * from './annotations/index.js';
export { bookMetadata } from './book-to-wire.js';
export { coverImageId, parseCoverImageId } from './cover-image-id.js';
export { parseCoverRequest, type CoverRequest } from './cover-request.js';
export { deviceAuthAnswer, readDeviceIdentity, type DeviceIdentity, type DeviceTokens } from './device-auth.js';
export { readTagUpdate, type ReadTagUpdate } from './read-tag-update.js';
export { clockAhead, newestTimeIn } from './device-clock.js';
export { readStateUpdate, type ReadStateUpdate } from './from-wire.js';
export * from './headers.js';
export type { KoboBook, KoboDownload, RemovedKoboBook } from './kobo-book.js';
export type {
  KoboBookmark,
  KoboReadingParts,
  KoboReadingState,
  KoboStatistics,
  KoboStatus,
} from './kobo-reading-state.js';
export { modelName } from './model-names.js';
export { authorizeRedirect, discoveryDocument, jsonWebKeys, tokenAnswer, userInfo, type OAuthTokens } from './oauth.js';
export { emptyReadingState, readingState } from './reading-state-to-wire.js';
export { resourcesFor, type OwnAddresses } from './resources.js';
export { stateUpdateAnswer, type StateUpdateResult } from './state-update-answer.js';
export * from './store/index.js';
export { storeAnswer, type StoreAnswer, type StoreRequest } from './store-answers.js';
export { decodeSyncToken, encodeSyncToken, type DecodedSyncToken, type SyncToken } from './sync-token.js';
export {
  changedProductMetadata,
  changedReadingState,
  changedTag,
  deletedTag,
  newEntitlement,
  newTag,
  removedEntitlement,
  type KoboShelf,
} from './to-wire.js';
export { readDeviceHeaders, type DeviceHeaders } from './user-agent.js';
export * from './wire/book-metadata.js';
export * from './wire/device-auth.js';
export * from './wire/entitlement.js';
export * from './wire/initialization.js';
export * from './wire/reading-state.js';
export * from './wire/sync-item.js';
export * from './wire/tag.js';
