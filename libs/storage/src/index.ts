export * from './data-files.js';
export * from './data-paths.js';
export type { FileAccess, FileStat } from './file-access.js';
export { errnoOf } from './file-problems.js';
export * from './fingerprint.js';
export * from './library-files.js';
export { isIgnored } from './ignored-names.js';
export { type FolderEntry, type Unseen, type Walk, walkFolder } from './walk-folder.js';
export * from './storage.module.js';
