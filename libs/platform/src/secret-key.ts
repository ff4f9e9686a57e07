import { join } from 'node:path';
import type { Config } from './config.js';
import { KeyFile } from './key-file.js';
import { SecretBox } from './secret-box.js';

type Settings = Pick<Config, 'SECRET_KEY' | 'OLD_SECRET_KEYS' | 'DATA_DIR'>;

/** Where the keys are that the first start makes; undefined where the operator gives one as a setting. */
export function keyFileOf({ SECRET_KEY, DATA_DIR }: Settings): KeyFile | undefined {
  return SECRET_KEY === undefined ? new KeyFile(join(DATA_DIR, 'secret.key')) : undefined;
}

/**
 * The box under the keys of the settings, or else under those in DATA_DIR, which may change while it is in use: so all
 * that runs goes on while they are rotated. Throws WrongSettings for a file that holds no keys.
 */
export async function openSecretBox(settings: Settings): Promise<SecretBox> {
  const { SECRET_KEY, OLD_SECRET_KEYS } = settings;
  const file = keyFileOf(settings);
  if (!file) return new SecretBox(SECRET_KEY!, ...OLD_SECRET_KEYS);
  const [first, ...older] = await file.keys();
  const read = () => {
    const now = file.keysNow();
    return now.length === 0 ? [] : [...now, ...OLD_SECRET_KEYS];
  };
  return SecretBox.reading(read, first!, ...older, ...OLD_SECRET_KEYS);
}
