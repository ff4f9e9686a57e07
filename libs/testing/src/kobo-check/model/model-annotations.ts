import type { FakeAnswer } from '../../kobo/fake-server.js';
import { field } from '../sync-items.js';
import type { ModelAccounts } from './model-accounts.js';
import { type ModelRequest, parsedOr, type Wrong } from './model-request.js';

/** The addresses outside of every base, where the bearer of the sign-in is the only credential. */
export function annotationRoute(
  request: Omit<ModelRequest, 'device'>,
  server: { accounts: ModelAccounts; wrong: Wrong },
): FakeAnswer {
  const token = /^Bearer bearer-(.+)$/.exec(String(request.headers.authorization))?.[1] ?? '';
  const device = server.accounts.devices.get(token);
  const whole = { ...request, device } as ModelRequest;
  if (!device) return server.wrong(whole, { status: 401, body: {} });
  const [, content] = /^\/api\/v3\/content\/([^/]+)\/annotations$/.exec(request.path) ?? [];
  if (content === undefined) return server.wrong(whole, { body: [] });
  return server.wrong(whole, annotations(whole, content));
}

function annotations({ device, method, body }: ModelRequest, content: string): FakeAnswer {
  const kept = device.account.annotations;
  if (method !== 'PATCH') return { body: { annotations: kept.get(content) ?? [], nextPageOffsetToken: null } };
  const change = parsedOr(body, {});
  const updated = (field(change, 'updatedAnnotations') ?? []) as unknown[];
  const deleted = (field(change, 'deletedAnnotationIds') ?? []) as unknown[];
  const dropped = [...deleted, ...updated.map((one) => field(one, 'id'))];
  const left = (kept.get(content) ?? []).filter((one) => !dropped.includes(field(one, 'id')));
  kept.set(content, [...left, ...updated]);
  return { body: {} };
}
