import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** True when this user may run the file. */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The folders of PATH, without the ones npm puts before it. */
export const machinePath = () =>
  (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '' && !folder.includes('node_modules'));

/** Where the machine has one of these programs, in order of preference; `first` is looked through before PATH. */
export function findProgram(names, first = []) {
  const folders = [...first, ...machinePath(), '/usr/local/bin', '/usr/bin', '/usr/sbin'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}
