export * from './history-house.js';
export * from './history.js';
export * from './in-memory-house.js';
export * from './run-history.js';
export * from './simulated-reader.js';
