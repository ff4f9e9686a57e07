// npm run bench -- webdav [--files 100000] [--epubs 1000] [--only walk|sync|read]: what books on a WebDAV server cost. Only
// walking a tree on a real Apache; comparing it with the library, for the first time and again, by the built product's
// worker in a process of its own; and looking into EPUBs of 5 MB where they lie. Beside each, in the same run, the same
// requests by themselves, their answers read and thrown away: nobody can be quicker than that.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { line } from './numbers.js';
import { readBooks } from './webdav/read-books.js';
import { syncTree } from './webdav/sync-tree.js';
import { walkTree } from './webdav/walk-tree.js';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '100000' },
    epubs: { type: 'string', default: '1000' },
    only: { type: 'string' },
  },
});
const sizes = { files: Number(values.files), epubs: Number(values.epubs) };
const parts = { walk: walkTree, sync: syncTree, read: readBooks };
const load = () =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(', ');

line('load of the machine: 1, 5, 15 minutes', load());
for (const [name, measure] of Object.entries(parts)) {
  if (values.only === undefined || values.only === name) await measure(sizes);
}
line('load of the machine at the end', load());
process.exit(0);
