// The built product's worker for WebDAV servers, with a stopwatch at its parts. By message: { readers: false } to leave
// files unread. Answers 'ready', and from then on each message, once no part is under way, with what they took since the
// last one: { [part]: { calls, ms, wallMs, cpuMs, peakMb, statements } }. Ends when nobody holds the other end.
import 'reflect-metadata';
import { TakeOverListing } from '../../../../dist/apps/webdav-sync/src/comparing/take-over-listing.js';
import { SurveyServer } from '../../../../dist/apps/webdav-sync/src/listing/survey-server.js';
import { ReadItems } from '../../../../dist/apps/webdav-sync/src/read-items.processor.js';
import { NameItems } from '../../../../dist/apps/webdav-sync/src/reading/name-items.js';
import { WakeReaders } from '../../../../dist/apps/webdav-sync/src/scheduling/wake-readers.js';
import { SyncSource } from '../../../../dist/apps/webdav-sync/src/sync-source.processor.js';
import { WebdavSyncModule } from '../../../../dist/apps/webdav-sync/src/webdav-sync.module.js';
import { Database } from '../../../../dist/libs/database/src/database.js';
import { ListedItems } from '../../../../dist/libs/database/src/listed-items.js';
import { SourceDifferencesRepository } from '../../../../dist/libs/database/src/repositories/source-differences.repository.js';
import { SourceFoldersRepository } from '../../../../dist/libs/database/src/repositories/source-folders.repository.js';
import { SourceListingsRepository } from '../../../../dist/libs/database/src/repositories/source-listings.repository.js';
import { SourceUpdatesRepository } from '../../../../dist/libs/database/src/repositories/source-updates.repository.js';
import { readConfig, startWorkers } from '../../../../dist/libs/platform/src/index.js';
import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuMs, forgetPeak, peakMb } from './process-costs.mjs';

const NOTHING = { open: 0, calls: 0, ms: 0, wallMs: 0, cpuMs: 0, peakMb: 0, statements: 0 };
let parts = {};
const underWay = new Set();

const send = pg.Client.prototype.query;
pg.Client.prototype.query = function (...args) {
  for (const part of underWay) part.statements += 1;
  return send.apply(this, args);
};

/** Notes the peak for all that is under way, and begins another one. */
function notePeak() {
  const peak = peakMb();
  for (const part of underWay) part.peakMb = Math.max(part.peakMb, peak);
  forgetPeak();
}

/** Times a method of a class, whoever calls it. */
function time({ prototype }, method, name) {
  const untimed = prototype[method];
  prototype[method] = async function (...args) {
    const started = performance.now();
    const part = (parts[name] ??= { ...NOTHING, since: started, cpu: cpuMs() });
    notePeak();
    part.open += 1;
    underWay.add(part);
    try {
      return await untimed.apply(this, args);
    } finally {
      notePeak();
      part.open -= 1;
      if (part.open === 0) underWay.delete(part);
      part.calls += 1;
      part.ms += performance.now() - started;
      part.wallMs = performance.now() - part.since;
      part.cpuMs = cpuMs() - part.cpu;
    }
  };
}

/** Adds to a part what calls of a method take that gives its answer at once. */
function timeAtOnce({ prototype }, method, name) {
  const untimed = prototype[method];
  prototype[method] = function (...args) {
    const started = performance.now();
    const part = (parts[name] ??= { ...NOTHING, since: started, cpu: cpuMs() });
    const given = untimed.apply(this, args);
    part.ms += performance.now() - started;
    return given;
  };
}

time(SyncSource, 'process', 'sync');
time(SurveyServer, 'survey', 'listing');
time(TakeOverListing, 'take', 'takeOver');
time(Database, 'stageListing', 'staging');
timeAtOnce(ListedItems, 'add', 'staging');
time(NameItems, 'ofScan', 'naming');
time(ReadItems, 'process', 'reading');
const repositories = [
  SourceListingsRepository,
  SourceDifferencesRepository,
  SourceUpdatesRepository,
  SourceFoldersRepository,
];
for (const repository of repositories) {
  const methods = Object.getOwnPropertyNames(repository.prototype).filter((name) => name !== 'constructor');
  for (const method of methods) time(repository, method, `${repository.name.replace('Repository', '')}.${method}`);
}

process.once('message', async ({ readers }) => {
  if (!readers) WakeReaders.prototype.look = () => Promise.resolve();
  const running = await startWorkers([WebdavSyncModule], readConfig());
  process.on('disconnect', () => void running.stop().then(() => process.exit(0)));
  process.on('message', async () => {
    while (underWay.size > 0) await pause(10);
    process.send(parts);
    parts = {};
  });
  process.send('ready');
});
