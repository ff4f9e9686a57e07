export * from './config.js';
export * from './key-file.js';
export * from './logging.js';
export * from './platform.module.js';
export * from './run.js';
export * from './secret-box.js';
export * from './secret-key.js';
export * from './version.js';
