export { AUDIBLE_COUNTRIES, type AudibleCountry } from './audible-countries.js';
export { DOUBT_WORDS, doubtOf, type MissDoubt, type LookSeen } from './missed-titles.js';
export { whichLook, type StoreMemory } from './which-look.js';
export { gapsOf, type Gaps, type HeldOfSeries, type VolumeForSale } from './series-gaps.js';
