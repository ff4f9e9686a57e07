export { DOUBT_WORDS, doubtOf, type Doubt, type LookSeen } from './missed-titles.js';
export { whichLook, type StoreMemory } from './which-look.js';
