export type { Converter, ConversionReport, ConvertOptions } from './converter.js';
export { converterFor, converters } from './converters.js';
export { renderCover, type CoverSize } from './cover/render-cover.js';
export { DEFAULT_KEPUB_OPTIONS, type KepubOptions, type Replacement } from './kepub/kepub-options.js';
export { verifyKepub } from './kepub/verify-kepub.js';
export { carryPlace } from './kepub-places/carry-place.js';
export { KepubText } from './kepub-places/kepub-text.js';
export { type MeasuredPlace, percentAt, placeAt, type SpanPlace } from './kepub-places/places.js';
