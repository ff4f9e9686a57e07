// Walks a library with the built product's own walk, and only counts what it hands over.
// By message: { url, credentials }. Answers { ms, cpuMs, entries, requests, peakMb }.
import { AddressRules, Outbound } from '../../../../dist/libs/outbound/src/index.js';
import { DavClient, toBaseUrl, walk } from '../../../../dist/libs/sources/src/index.js';
import { cpuMs, peakMb } from './process-costs.mjs';

process.once('message', async ({ url, credentials }) => {
  const outbound = new Outbound(new AddressRules({ allow: ['127.0.0.1'], denyPrivate: true }));
  const client = new DavClient(
    { base: toBaseUrl(url), credentials },
    { agent: 'Octavo/bench', carry: (order) => outbound.stream(order) },
  );
  let entries = 0;
  const [started, cpu] = [performance.now(), cpuMs()];
  const { kind, counters } = await walk(client, {
    onEntries: (batch) => void (entries += batch.entries.length),
    onFolder: () => undefined,
  });
  const spent = { ms: performance.now() - started, cpuMs: cpuMs() - cpu };
  process.send({ ...spent, kind, entries, requests: counters.requests, peakMb: peakMb() });
  await outbound.close();
});
