import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { canReach, runAs } from './run-as.js';
import { temporaryFolder } from './testing/temporary-folder.js';

let path: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ path, remove } = await temporaryFolder());
  await mkdir(join(path, 'outer/inner'), { recursive: true });
});
afterEach(async () => {
  await chmod(join(path, 'outer'), 0o755);
  await remove();
});

const US = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
const STRANGER = { uid: 4_000_000, gid: 4_000_000 };

it.each([
  { mode: 0o755, who: STRANGER, reaches: true },
  { mode: 0o711, who: STRANGER, reaches: true },
  { mode: 0o750, who: STRANGER, reaches: false },
  { mode: 0o700, who: STRANGER, reaches: false },
  { mode: 0o750, who: { ...STRANGER, gid: US.gid }, reaches: true },
  { mode: 0o705, who: { ...STRANGER, gid: US.gid }, reaches: false },
  { mode: 0o700, who: US, reaches: true },
])('below a folder of mode $mode user $who.uid of group $who.gid: $reaches', async ({ mode, who, reaches }) => {
  await chmod(join(path, 'outer'), mode);
  expect(await canReach(join(path, 'outer/inner'), who)).toBe(reaches);
});

it('looks at the folders behind a symbolic link', async () => {
  await symlink(join(path, 'outer/inner'), join(path, 'link'));
  await chmod(join(path, 'outer'), 0o700);
  expect(await canReach(join(path, 'link'), STRANGER)).toBe(false);
});

it('runs a program as it is, as another user, or in a namespace', () => {
  expect(runAs({ kind: 'ourselves' }, 'postgres', ['-D', 'x'])).toEqual({
    command: 'postgres',
    args: ['-D', 'x'],
    identity: {},
  });
  expect(runAs({ kind: 'user', uid: 5, gid: 6 }, 'postgres', []).identity).toEqual({ uid: 5, gid: 6 });
  const { command, args } = runAs({ kind: 'namespace' }, 'postgres', ['-D', 'x']);
  expect([command, ...args].join(' ')).toMatch(/^unshare .* -- postgres -D x$/);
});
