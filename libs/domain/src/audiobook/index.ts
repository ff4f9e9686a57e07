export { audiobookFrom } from './audiobook-from.js';
export { audiobookGroup } from './audiobook-group.js';
export type { AudiobookPart } from './audiobook-part.js';
export { partOrder } from './part-order.js';
export { sameAudiobook } from './same-audiobook.js';
