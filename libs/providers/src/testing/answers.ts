import type { Answer } from '../metadata-provider.js';

/** An answer that came back with this body. */
export function anAnswer(body: string | Uint8Array, over: Partial<Omit<Answer, 'body'>> = {}): Answer {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { url: 'https://example.org/', status: 200, headers: {}, ...over, body: bytes };
}

/** One that holds JSON. */
export function aJsonAnswer(value: unknown, over: Partial<Omit<Answer, 'body'>> = {}): Answer {
  return anAnswer(JSON.stringify(value), { headers: { 'content-type': 'application/json' }, ...over });
}

/** Bodies that no provider means to send, by what they are. */
export const GARBAGE: readonly (readonly [what: string, body: string | Uint8Array])[] = [
  ['nothing', ''],
  ['white space', ' \n\t '],
  ['a number', '42'],
  ['null', 'null'],
  ['a text', '"null"'],
  ['an empty object', '{}'],
  ['a list of nothings', '[null,0,"",[],{},false,[[]]]'],
  ['half an object', '{"title":"Emma","authors":[{"na'],
  ['keys of prototypes', '{"__proto__":{"title":"x"},"constructor":{"prototype":{}},"docs":{"__proto__":[]}}'],
  ['an object of wrong types', '{"product":[1],"products":{"0":{}},"docs":"x","title":{"a":1},"asin":[],"key":7}'],
  ['brackets without end', '['.repeat(2_000_000)],
  ['objects without end', '{"a":'.repeat(1_000_000)],
  ['a page', '<!DOCTYPE html><html><head><title>Hello</title></head><body><p>Hello</p></body></html>'],
  ['a page without end', '<div>'.repeat(1_000_000)],
  ['a page that closes without end', `${'<div>'.repeat(300)}${'</b></i></p>'.repeat(400_000)}`],
  ['a tag without end', `<div class="${'a'.repeat(5_000_000)}`],
  ['attributes without end', `<div ${'a=b '.repeat(1_000_000)}>`],
  ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1])],
  ['bytes of no encoding', Uint8Array.from({ length: 10_000 }, (_, at) => (at * 7919) % 256)],
  ['zeros', new Uint8Array(100_000)],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])],
];
