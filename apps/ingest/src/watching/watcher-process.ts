// The process that watches folders. It is one of its own because watching a hundred thousand files takes memory of its
// own, and so that whatever goes wrong in it can be ended without ending anything else.
import { formatOfName, isSidecarName } from '@octavo/domain';
import { FolderWatch } from './folder-watch.js';
import type { FromWatcher, ToWatcher } from './messages.js';
import type { Watch } from './watch-events.js';

/** Events come in bursts; this long they are gathered. */
const GATHER_MS = 150;

const wanted = (name: string) => formatOfName(name) !== undefined || isSidecarName(name);
const watches = new Map<string, Watch>();
const gathered = new Map<string, FromWatcher>();
let timer: NodeJS.Timeout | undefined;

function gather(id: string): FromWatcher {
  const news = gathered.get(id) ?? { id, found: [], lost: [], doubtful: false, mode: null };
  gathered.set(id, news);
  timer ??= setTimeout(tell, GATHER_MS);
  return news;
}

function tell(): void {
  timer = undefined;
  for (const news of gathered.values()) process.send?.(news);
  gathered.clear();
}

process.on('message', (message: ToWatcher) => {
  void watches.get(message.id)?.close();
  watches.delete(message.id);
  if (message.say === 'leave') return;
  const { id, order } = message;
  const watch = new FolderWatch(order, wanted, {
    found: (path) => void gather(id).found.push(path),
    lost: (path) => void gather(id).lost.push(path),
    doubtful: () => void (gather(id).doubtful = true),
    mode: (mode, detail) => void (gather(id).mode = { mode, detail }),
  });
  watches.set(id, watch);
});

// Whoever started us is gone, however that came about.
process.on('disconnect', () => process.exit(0));
// Both are sent to the whole group of a terminal; we end when our channel does.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
