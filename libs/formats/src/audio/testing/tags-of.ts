import { Tags } from '../tags.js';

/** `tagsOf(['TIT2', 'Emma'])`; a name may come several times. */
export function tagsOf(...entries: [name: string, value: string][]): Tags {
  const tags = new Tags();
  for (const [name, value] of entries) tags.add(name, value);
  return tags;
}
