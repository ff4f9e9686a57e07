import { accessSync, constants, existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Apache as it lies on this machine. */
export interface ApacheProgram {
  program: string;
  /** The folder its modules are in. */
  modules: string;
}

/** `npm test` unpacks them below the first where it may install nothing; the others are where packages put them. */
const APACHE: readonly ApacheProgram[] = [
  { program: '.dav/bin/apache2', modules: '.dav/modules' },
  { program: '/usr/sbin/apache2', modules: '/usr/lib/apache2/modules' },
];
const RCLONE: readonly string[] = ['.dav/bin/rclone', '/usr/local/bin/rclone', '/usr/bin/rclone'];

/** Apache with mod_dav, or undefined where this machine has none. */
export function findApache(): ApacheProgram | undefined {
  const found = APACHE.find(({ program, modules }) => isProgram(program) && existsSync(`${modules}/mod_dav_fs.so`));
  return found && { program: resolve(found.program), modules: resolve(found.modules) };
}

/** The path of rclone, or undefined where this machine has none. */
export function findRclone(): string | undefined {
  const found = RCLONE.find(isProgram);
  return found && resolve(found);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
