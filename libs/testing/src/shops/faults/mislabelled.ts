import type { ShopAnswer } from '../shop-answer.js';

const LABEL = /charset=["']?utf-8["']?/gi;

/** Latin-1 under the label of UTF-8; letters that Latin-1 lacks are written out, as servers do. */
export function latin1AsUtf8(answer: ShopAnswer): ShopAnswer {
  if (typeof answer.body !== 'string') return answer;
  const isJson = /json/.test(answer.headers['content-type'] ?? '');
  const written = [...answer.body].map((letter) => (letter <= '\u00ff' ? letter : writtenOut(letter, isJson))).join('');
  return { ...answer, body: Buffer.from(written, 'latin1') };
}

/** UTF-8 under the label of Latin-1. */
export function utf8AsLatin1(answer: ShopAnswer): ShopAnswer {
  if (typeof answer.body !== 'string') return answer;
  const type = (answer.headers['content-type'] ?? '').replace(LABEL, 'charset=ISO-8859-1');
  const body = answer.body.replace(LABEL, 'charset="ISO-8859-1"');
  return { ...answer, headers: { ...answer.headers, 'content-type': type }, body };
}

function writtenOut(letter: string, isJson: boolean): string {
  if (!isJson) return `&#${letter.codePointAt(0)};`;
  return letter.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
