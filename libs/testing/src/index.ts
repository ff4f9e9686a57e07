export * from './builders/cover.builder.js';
export * from './builders/epub.builder.js';
export * from './builders/zip.builder.js';
export * from './database.js';
export * from './kobo/kobo-device.js';
