export type { ApacheManners } from './apache-config.js';
export type { ApacheSeen } from './apache-log.js';
export { startApache, type RealApache } from './apache.js';
export { describeWithApache, describeWithRclone } from './describe-real.js';
export { startRclone, type RcloneManners } from './rclone.js';
export type { RealServer } from './real-server.js';
export { servedFolder, type ServedFolder } from './served-folder.js';
