import { findApache, findRclone } from './find-servers.js';

/** `describe` where there is an Apache with mod_dav; says so and skips where there is none. */
export function describeWithApache(name: string, tests: () => void): void {
  describeWith(findApache() !== undefined, 'No Apache on this machine (package apache2-bin)', { name, tests });
}

/** `describe` where there is an rclone; says so and skips where there is none. */
export function describeWithRclone(name: string, tests: () => void): void {
  describeWith(findRclone() !== undefined, 'No rclone on this machine (package rclone)', { name, tests });
}

function describeWith(isHere: boolean, reason: string, { name, tests }: { name: string; tests: () => void }): void {
  // Of a file in which all is skipped Jest shows nothing that went to the console.
  if (!isHere) process.stderr.write(`${reason}: skipped: ${name}\n`);
  (isHere ? describe : describe.skip)(name, tests);
}
