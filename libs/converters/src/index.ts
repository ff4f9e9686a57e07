export type { Converter, ConversionReport, ConvertOptions } from './converter.js';
export { converterFor, converters } from './converters.js';
export { renderCover, type CoverSize } from './cover/render-cover.js';
export { verifyKepub } from './kepub/verify-kepub.js';
