export * from './webdav/index.js';
