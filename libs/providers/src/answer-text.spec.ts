import { answerText } from './answer-text.js';
import { anAnswer } from './testing/answers.js';

const TEXT = '<p>Crème brûlée für alle – “ça va”</p>';
const utf8 = new TextEncoder().encode(TEXT);
const latin = Buffer.from('<p>Crème brûlée für alle</p>', 'latin1');
const said = (charset: string) => ({ headers: { 'content-type': `text/html; charset=${charset}` } });

describe('the text of an answer', () => {
  it.each([
    ['UTF-8', utf8, said('utf-8'), TEXT],
    ['UTF-8 that nobody declares', utf8, {}, TEXT],
    ['UTF-8 that is declared Latin-1', utf8, said('ISO-8859-1'), TEXT],
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), {}, TEXT],
    ['UTF-8 that was cut within a letter', utf8.subarray(0, 6), {}, '<p>Cr'],
    ['Latin-1', latin, said('ISO-8859-1'), '<p>Crème brûlée für alle</p>'],
    ['Latin-1 that is declared UTF-8', latin, said('utf-8'), '<p>Crème brûlée für alle</p>'],
    ['Latin-1 that nobody declares', latin, {}, '<p>Crème brûlée für alle</p>'],
    ['windows-1252', new Uint8Array([0x93, 0x41, 0x94]), said('ISO-8859-1'), '“A”'],
    ['Shift_JIS', new Uint8Array([0x96, 0x7b]), said('Shift_JIS'), '本'],
    ['an encoding nobody knows', new Uint8Array([0xe9, 0x3c]), said('x-none'), 'é<'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0]), {}, 'A'],
    ['nothing', new Uint8Array(), {}, ''],
  ])('in %s is what was written', (_, body, over, text) => expect(answerText(anAnswer(body, over))).toBe(text));

  it('is said by the page where the header does not', () => {
    const page = Buffer.concat([Buffer.from('<meta charset="iso-8859-2">'), Buffer.from([0xb9])]);
    expect(answerText(anAnswer(new Uint8Array(page)))).toBe('<meta charset="iso-8859-2">š');
  });

  it('is UTF-8 with single foreign letters in it', () => {
    const body = new Uint8Array([...utf8, 0xe9, 0x3c, ...utf8]);
    expect(answerText(anAnswer(body))).toBe(`${TEXT}\ufffd<${TEXT}`);
  });

  it('ends after 6 MB', () => expect(answerText(anAnswer(new Uint8Array(7_000_000)))).toHaveLength(6_000_000));
});
