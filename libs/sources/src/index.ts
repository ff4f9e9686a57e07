export * from './audible/index.js';
export { REAL_TIME, type Timing } from './timing.js';
export * from './webdav/index.js';
