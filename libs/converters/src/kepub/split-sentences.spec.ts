import { isBlank, isEastAsian, splitEastAsian, splitSentences } from './split-sentences.js';

describe('Text', () => {
  it.each<[string, string, string[]]>([
    ['one sentence', 'Rain fell all day.', ['Rain fell all day.']],
    ['three ends', 'Up? Down! Stay. Good', ['Up? ', 'Down! ', 'Stay. ', 'Good']],
    [
      'a closing quote of each kind',
      `a.' b." c.” d.’ e.“ f.… g`,
      [`a.' `, `b." `, 'c.” ', 'd.’ ', 'e.“ ', 'f.… ', 'g'],
    ],
    ['two closers', 'She wrote “he said ‘no.’” Then sleep.', ['She wrote “he said ‘no.’” Then sleep.']],
    ['a bracket behind the stop', '(It rained.) It stopped.', ['(It rained.) It stopped.']],
    ['an ellipsis alone', 'Well… then. Yes', ['Well… then. ', 'Yes']],
    ['three dots', 'So... it. Was', ['So... ', 'it. ', 'Was']],
    ['abbreviations', 'Dr. No met Mrs. Yes', ['Dr. ', 'No met Mrs. ', 'Yes']],
    ['numbers', 'Pi is 3.14, e is 2.72.', ['Pi is 3.14, e is 2.72.']],
    ['every ASCII space', 'a.\tb.\nc.\fd.\re. f', ['a.\t', 'b.\n', 'c.\f', 'd.\r', 'e. ', 'f']],
    ['several spaces', 'a.  \n b', ['a.  \n ', 'b']],
    ['a no-break space', 'a.\u00a0b', ['a.\u00a0b']],
    ['an ideographic space', 'a.\u3000b', ['a.\u3000b']],
    ['a vertical tab', 'a.\vb', ['a.\vb']],
    ['Chinese', '天黑了。他走了！ 好', ['天黑了。他走了！ 好']],
    ['Arabic', 'من؟ هو. نعم', ['من؟ هو. ', 'نعم']],
    ['a guillemet', 'Non! » dit-il. Bon', ['Non! ', '» dit-il. ', 'Bon']],
    ['leading white space', '  a. b', ['  a. ', 'b']],
    ['only ends', '. ! ', ['. ', '! ']],
    ['an escaped angle bracket', 'a.&lt; b. c', ['a.&lt; b. ', 'c']],
    ['nothing', '', []],
  ])('is cut as the device expects: %s', (_name, text, pieces) => {
    expect([...splitSentences(text)]).toEqual(pieces);
  });

  it.each(['', ' ', '\t\n\v\f\r', '\u0085', '\u00a0', '\u1680', '\u2003', '\u2028\u2029', '\u202f\u205f\u3000'])(
    'of Unicode white space alone is blank: %j',
    (text) => expect(isBlank(text)).toBe(true),
  );

  it.each(['a', '.', '\ufeff', '\u200b', '\u00ad', ' \ufffd '])('is not blank: %j', (text) =>
    expect(isBlank(text)).toBe(false),
  );
});

describe('Chinese and Japanese text', () => {
  it.each<[string, string, string[]]>([
    ['its own stops', '雪だ。寒い！なぜ？さて', ['雪だ。', '寒い！', 'なぜ？', 'さて']],
    ['half width', 'ﾕｷﾀﾞ｡ｻﾃ｡', ['ﾕｷﾀﾞ｡', 'ｻﾃ｡']],
    [
      'closing brackets and quotes',
      '「はい。」と。『え？』（あ。）“好。”‘好。’【终。】完',
      ['「はい。」', 'と。', '『え？』', '（あ。）', '“好。”', '‘好。’', '【终。】', '完'],
    ],
    ['two of them', '「『はい。』」と', ['「『はい。』」', 'と']],
    ['stops in a row', 'え！？そう。。。ね', ['え！？', 'そう。。。', 'ね']],
    ['white space behind', 'え！　本当。\n さて', ['え！　', '本当。\n ', 'さて']],
    ['ASCII marks before letters of these scripts', 'なに!?そう?はい', ['なに!?', 'そう?', 'はい']],
    ['no ASCII marks within Latin', 'Yahoo!ニュースとa?b=c', ['Yahoo!ニュースとa?b=c']],
    ['other stops as ever', 'It fell. 雪。 So." Yes', ['It fell. ', '雪。 ', 'So." ', 'Yes']],
    ['no commas', '一、二，三；四', ['一、二，三；四']],
    ['many marks and nothing behind', '!'.repeat(9), ['!'.repeat(9)]],
    ['nothing', '', []],
  ])('is cut at %s', (_name, text, pieces) => {
    expect([...splitEastAsian(text)]).toEqual(pieces);
  });

  it('takes no longer than its length, however many marks it has', () => {
    expect([...splitEastAsian('!'.repeat(3_000_000))]).toHaveLength(1);
  });

  it.each<[string | undefined, boolean]>([
    ['zh', true],
    ['zh-Hant-TW', true],
    ['ja', true],
    ['JA_JP', true],
    ['jpn', true],
    ['en', false],
    ['jav', false],
    ['ko', false],
    ['', false],
    [undefined, false],
  ])('is told by its language: %j', (language, expected) => {
    expect(isEastAsian(language)).toBe(expected);
  });
});
