import { execFile } from 'node:child_process';
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from './cannot-start.js';

const run = promisify(execFile);

const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'] as const;
const NOBODY = { uid: 65_534, gid: 65_534 };

/**
 * Whom PostgreSQL runs as. It refuses to run as root, so root hands it to another user. Where that user cannot enter
 * the data folder (a project below /root), it runs in a user namespace: uid 1000 in its own eyes, ours in the kernel's.
 */
export type Account =
  | { readonly kind: 'ourselves' }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace' };

interface Owner {
  uid: number;
  gid: number;
}

/**
 * The account for a server whose files lie in `folder`, and whose `cluster` below it may exist already: an existing
 * cluster keeps its owner. Throws CannotStart when no account can reach both.
 */
export async function chooseAccount(folder: string, cluster: string): Promise<Account> {
  const owner = await stat(cluster).catch(() => undefined);
  if (process.getuid?.() !== 0) return ourselvesUnlessForeign(cluster, owner);
  if (owner?.uid !== 0) {
    const { uid, gid } = owner ?? (await unprivilegedUser());
    if (await canReach(folder, { uid, gid })) return { kind: 'user', uid, gid };
    if (owner) throw new CannotStart(`The database in ${cluster} belongs to user ${uid}, who may not enter ${folder}`);
  }
  if (await namespacesWork()) return { kind: 'namespace' };
  throw new CannotStart(
    `PostgreSQL does not run as root and an unprivileged user cannot enter ${folder}: ` +
      'set DATA_DIR to a folder outside /root, or start Octavo as an ordinary user',
  );
}

function ourselvesUnlessForeign(cluster: string, owner: Owner | undefined): Account {
  if (owner && owner.uid !== process.getuid?.()) {
    throw new CannotStart(
      `The database in ${cluster} belongs to user ${owner.uid === 0 ? 'root' : owner.uid}: ` +
        'start Octavo as that user (or as root), or set DATA_DIR to another folder',
    );
  }
  return { kind: 'ourselves' };
}

/** `postgres` where a distribution has made that user, else `nobody`. */
async function unprivilegedUser(): Promise<Owner> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  const line =
    lines.find((entry) => entry.startsWith('postgres:')) ?? lines.find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : NOBODY;
}

/** True when the user may pass through every folder down to `path` (and run it, where it is a program). */
export async function canReach(path: string, { uid, gid }: Owner): Promise<boolean> {
  for (let step = await realpath(path); ; step = dirname(step)) {
    const entry = await stat(step);
    const mayPass = entry.uid === uid ? 0o100 : entry.gid === gid ? 0o010 : 0o001;
    if ((entry.mode & mayPass) === 0) return false;
    if (step === dirname(step)) return true;
  }
}

/** Containers with the usual seccomp profile, and machines without util-linux, have none. */
async function namespacesWork(): Promise<boolean> {
  const [program, ...args] = NAMESPACE;
  return run(program, [...args, 'true']).then(
    () => true,
    () => false,
  );
}

/** What to hand to `spawn` so that `command` runs as `account`. */
export function runAs(account: Account, command: string, args: readonly string[]) {
  if (account.kind === 'namespace') {
    const [program, ...wrapper] = NAMESPACE;
    return { command: program, args: [...wrapper, command, ...args], identity: {} };
  }
  const identity = account.kind === 'user' ? { uid: account.uid, gid: account.gid } : {};
  return { command, args: [...args], identity };
}
