export { readAuthFile, type AuthFileOptions, type AuthFileRead } from './read-auth-file.js';
