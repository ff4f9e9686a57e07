export { handedOn, parsedJson, type HandedOn, type StoreReply } from './answer-of-store.js';
export { mayForward } from './forwardable-path.js';
export { headersToStore } from './headers-to-store.js';
export { idsIn, withoutOurIds } from './ids-in-request.js';
export { hasOwnBearer, isOwnBearer, ownBearer } from './own-bearer.js';
export { storeCover } from './store-cover.js';
export { isStoreToken, storePage, type StorePage } from './store-page.js';
export { mergedResources, storeResources } from './store-resources.js';
