import type { AnyKit } from '../check.js';
import { check } from '../check.js';
import { equal, holds, Lacking } from '../expectation.js';
import { type HttpCall, httpCall, jsonOf } from '../http-call.js';
import { field } from '../sync-items.js';

const CHANGES = '/api/v3/content/checkforchanges';

/** Highlights and notes. A device keeps only the host of this address: the path with its token is lost. */
export const ANNOTATIONS = [
  check({
    id: 'annotations.changes',
    level: 'should',
    title: 'A device that asks about nothing is told that nothing changed',
    async run(kit) {
      const headers = await authorised(kit);
      equal(
        jsonOf(await call(kit, CHANGES, { method: 'POST', headers, body: [] }), 'checkforchanges'),
        [],
        'the answer',
      );
    },
  }),
  check({
    id: 'annotations.kept',
    level: 'should',
    title: 'Annotations come back as they were sent, until they are deleted: the device believes whatever list it gets',
    needs: ['write'],
    async run(kit) {
      const path = `/api/v3/content/${(await kit.someBook()).id}/annotations`;
      // a device that was there before may have annotations the server never saw, and had better get no list at all
      const headers = await authorised(kit, (await kit.hands.pair?.(kit.base)) ?? kit.base);
      await call(kit, CHANGES, { method: 'POST', headers, body: [] });
      const mine = highlight(`check-${kit.stamp()}`, kit.stamp());
      const patch = async (body: object) => {
        equal((await call(kit, path, { method: 'PATCH', headers, body })).status, 200, 'the status of PATCH');
        return annotations(jsonOf(await call(kit, path, { headers }), 'annotations'));
      };
      const kept = await patch({ updatedAnnotations: [mine], deletedAnnotationIds: [] });
      const found = kept.find((one) => field(one, 'id') === mine.id);
      for (const name of ['highlightedText', 'noteText', 'highlightColor', 'location']) {
        equal(field(found, name), mine[name as keyof typeof mine], name);
      }
      const left = await patch({ updatedAnnotations: [], deletedAnnotationIds: [mine.id] });
      equal(
        left.filter((one) => field(one, 'id') === mine.id),
        [],
        'the deleted annotation',
      );
    },
  }),
  check({
    id: 'annotations.private',
    level: 'should',
    title: 'Without the bearer of a device there is nothing to see',
    async run(kit) {
      await authorised(kit);
      const { id } = await kit.someBook();
      const strangers: Record<string, string>[] = [{}, { authorization: 'Bearer somebody-elses' }];
      for (const headers of strangers) {
        const { status } = await call(kit, `/api/v3/content/${id}/annotations`, { headers });
        equal(status, 401, 'the status for annotations');
        const changes = await call(kit, CHANGES, { method: 'POST', headers, body: [] });
        equal(changes.status, 401, 'the status for changes');
      }
    },
  }),
];

const call = (kit: AnyKit, path: string, options: HttpCall) => httpCall(kit.origin + path, options);

/** The headers of a device; Lacking where the server leaves annotations to the store. */
async function authorised(kit: AnyKit, base = kit.base): Promise<Record<string, string>> {
  const { reading_services_host: host } = await kit.resources();
  if (!kit.owns(host)) throw new Lacking('a server that keeps annotations itself');
  return { authorization: `Bearer ${await kit.bearer(base)}` };
}

function annotations(body: unknown): unknown[] {
  const list = field(body, 'annotations');
  holds(Array.isArray(list) && 'nextPageOffsetToken' in Object(body), 'annotations and nextPageOffsetToken', body);
  return list as unknown[];
}

function highlight(id: string, at: string) {
  const place = { startPath: 'span#kobo\\.1\\.1', startChar: 0, endPath: 'span#kobo\\.1\\.2', endChar: 4 };
  const chapter = { chapterFilename: 'OEBPS/c1.xhtml', chapterProgress: 0.25, chapterTitle: 'One' };
  return {
    id,
    type: 'note',
    highlightedText: 'A line 执',
    noteText: 'A note',
    highlightColor: '#FFFF00',
    clientLastModifiedUtc: at,
    location: { span: { ...chapter, ...place } },
  };
}
