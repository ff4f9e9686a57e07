import { sign } from 'node:crypto';
import { request, type IncomingHttpHeaders } from 'node:http';
import type { AudibleDevice } from '../audible-account.js';
import type { FakeAudible } from '../fake-audible.js';
import type { AudibleItem } from '../items/an-item.js';

/** What is sent, byte for byte. */
export interface Sent {
  method?: string;
  target: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What came back. */
export interface Told {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Sends a request over the wire as it stands. Throws where the connection breaks. */
export function send(audible: FakeAudible, { method = 'GET', target, headers = {}, body = '' }: Sent): Promise<Told> {
  const { hostname, port } = new URL(audible.url);
  const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, method, path: target, headers: { ...headers, ...length }, agent: false });
    asking.on('error', reject).on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    asking.end(body);
  });
}

/** The headers a device signs a request with; what is given instead makes them wrong. */
export function signed(
  device: AudibleDevice,
  { method = 'GET', target, body = '' }: Sent,
  time = '2026-01-02T03:04:05Z',
) {
  const text = [method, target, time, body, device.adpToken].join('\n');
  const signature = sign('sha256', Buffer.from(text), device.keys.privateKey).toString('base64');
  return {
    'x-adp-token': device.adpToken,
    'x-adp-alg': 'SHA256withRSA:1.0',
    'x-adp-signature': `${signature}:${time}`,
  };
}

/** Asks as the first account, signed. */
export function ask(audible: FakeAudible, target: string): Promise<Told> {
  return send(audible, { target, headers: signed(audible.account().device, { target }) });
}

/** The same for JSON with a list of titles; what is none stays among them. */
export async function page(audible: FakeAudible, target: string) {
  const told = await ask(audible, target);
  const { items } = JSON.parse(told.text) as { items: AudibleItem[] };
  return { ...told, items, asins: items.map((item) => Object(item).asin as string) };
}

/** The number of the n-th title: "B000000001" is the first. */
export const numbered = (at: number) => `B0${at.toString().padStart(8, '0')}`;

/** The day on which the n-th title was bought. */
export const day = (at: number) => new Date(Date.UTC(2020, 0, at)).toISOString();

/** So many titles, bought a day apart. */
export const titles = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ asin: numbered(at + 1), title: `Title ${at + 1}`, purchase_date: day(at + 1) },
    ...{ authors: [{ name: `Writer ${9 - (at % 10)}` }], runtime_length_min: (at * 7) % 10, status: 'Active' },
  }));
