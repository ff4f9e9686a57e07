import { existsSync } from 'node:fs';
import { startApache } from './apache.js';
import { describeWithApache, describeWithRclone } from './describe-real.js';
import type { RealServer } from './real-server.js';
import { startRclone } from './rclone.js';
import { servedFolder } from './served-folder.js';

const ADA = { user: 'ada', password: 's3cret' };
const SIGNED = { authorization: `Basic ${btoa('ada:s3cret')}` };

describeWithApache('a real Apache', () => {
  leavesNothing((root) => startApache({ root, auth: 'basic', ...ADA }));

  it('says why it does not start', async () => {
    await expect(startApache({ root: '/"', auth: 'none' })).rejects.toThrow(/apache ended at once: .*httpd\.conf/);
  });
});
describeWithRclone('a real rclone', () => leavesNothing((root) => startRclone({ root, ...ADA })));

function leavesNothing(start: (root: string) => Promise<RealServer>): void {
  it('shows a folder to whom it knows, and leaves nothing behind', async () => {
    const folder = await servedFolder({ 'a b.txt': 'a' });
    const server = await start(folder.path);
    const answer = await fetch(`${server.url}a%20b.txt`, { headers: SIGNED });
    expect(await answer.text()).toBe('a');
    const refused = await fetch(`${server.url}a%20b.txt`);
    expect([refused.status, (await refused.text()).includes('s3cret')]).toEqual([401, false]);
    await server.close();
    await folder.remove();
    expect([server.dir, folder.path].filter((path) => existsSync(path))).toEqual([]);
    expect(() => process.kill(server.pid, 0)).toThrow('ESRCH');
  });
}
