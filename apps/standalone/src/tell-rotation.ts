import type { Rotation } from './key-rotation.js';

/** A rotation in a sentence or two. No key is in them. */
export function tellRotation({ key, anew, total, damaged, lost, isOver }: Rotation): string {
  const done = anew === 0 && key === 'set' ? 'Nothing had to be encrypted anew' : `${DONE[key]} ${secrets(anew)} anew`;
  const unreadable = damaged + lost;
  const rest = unreadable === 0 ? '' : ` ${secrets(unreadable)} of ${total} no key opens: left as found.`;
  return `${done}; ${isOver ? OVER[key] : NOT_OVER[key]}.${rest}`;
}

const DONE: Record<Rotation['key'], string> = {
  made: 'Made a new key and encrypted',
  finished: 'Finished an earlier rotation and encrypted',
  set: 'Encrypted with SECRET_KEY',
};

const GONE = 'the older keys are gone';
const OVER: Record<Rotation['key'], string> = {
  made: GONE,
  finished: GONE,
  set: 'OLD_SECRET_KEYS can be empty from now on',
};

const KEPT = 'the older keys are kept, since something still names them';
const NOT_OVER: Record<Rotation['key'], string> = {
  made: KEPT,
  finished: KEPT,
  set: 'leave OLD_SECRET_KEYS as they are, since something still names them',
};

function secrets(count: number): string {
  return count === 1 ? '1 secret' : `${count} secrets`;
}
