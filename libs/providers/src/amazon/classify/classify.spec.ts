import { amazon } from '../amazon.js';
import { anAnswer } from '../../testing/answers.js';
import { bookVerdict, searchVerdict } from '../testing/ask-amazon.js';
import { BOOK_PAGES } from '../testing/book-pages.js';
import { shopPage } from '../testing/page-parts.js';
import { resultsPage } from '../testing/search-pages.js';

const question = amazon.details({ id: '0441478123', title: 'x', authors: [], series: [], identifiers: [] }, {})!;

describe('a refusal of Amazon', () => {
  it.each([
    ['a captcha', '<form method="get" action="/errors/validateCaptcha"><input></form>'],
    ['a captcha on a long page', shopPage('<form action="/errors/validateCaptcha"></form>')],
    ['a robot check', shopPage('<p>Enter the characters</p>', 'Robot Check')],
    ['a bot check', shopPage('', 'Bot Check')],
    ['an apology', shopPage('', 'Sorry! Something went wrong!')],
    ['the address for machines', '<!-- contact api-services-support@amazon.com. -->'],
    ['the button before the shop', '<h4>Click the button below to continue shopping</h4>'],
    ['a challenge', shopPage('<script>window.gokuProps = {}</script><div id="challenge-container"></div>')],
    ['a short page', '<html><body>Hello</body></html>'],
    ['an unknown page', shopPage('<div id="something-new">A whole new shop</div>')],
    ['JSON', '{"title":"The Lantern Coast","asin":"0441478123"}'],
    ['nothing', ''],
  ])('is %s', (_, body) => {
    expect(bookVerdict(body)).toMatchObject({ kind: 'blocked' });
    expect(searchVerdict(body)).toMatchObject({ kind: 'blocked' });
  });

  it('is a challenge that only a header tells of', () => {
    const answer = anAnswer('', { status: 202, headers: { 'x-amzn-waf-action': 'challenge' } });
    expect(question.read(answer)).toMatchObject({ kind: 'blocked' });
  });

  it('says whether it was a challenge or a captcha', () => {
    expect(bookVerdict(shopPage('<div id="challenge-container"></div>'))).toMatchObject({ reason: 'a challenge' });
    expect(bookVerdict(shopPage('', 'Robot Check'))).toMatchObject({ reason: 'a captcha' });
  });

  it('is a captcha even where the status says that nothing is there', () => {
    const body = '<form action="/errors/validateCaptcha"></form>';
    expect(question.read(anAnswer(body, { status: 404 }))).toMatchObject({ kind: 'blocked' });
  });

  it('tells an unknown layout from a short page, for whoever looks for the reason', () => {
    expect(bookVerdict(shopPage('<div>new</div>'))).toMatchObject({ reason: 'a page of unknown layout' });
    expect(bookVerdict('x')).toMatchObject({ reason: 'a page too short to be one of the shop' });
  });
});

describe('a page without a book', () => {
  it.each([
    'Page Not Found',
    '404 - Document Not Found',
    'Seite wurde nicht gefunden',
    'Page introuvable',
    'ページが見つかりません',
  ])('is one that is called "%s"', (title) => {
    expect(bookVerdict(shopPage('', title))).toEqual({ kind: 'not-found' });
  });

  it('is one with a dog on it', () => {
    expect(bookVerdict(shopPage('<img alt="Dogs of Amazon" src="/d.jpg">', 'Amazon'))).toEqual({ kind: 'not-found' });
  });

  it.each([
    ['a list without results', resultsPage()],
    ['a sentence', shopPage('<span>No results for lantern coast.</span>')],
    ['a German sentence', shopPage('<span>Keine Ergebnisse für lantern coast</span>')],
    ['a Japanese sentence', shopPage('<h2>検索に一致する商品はありませんでした。一致する商品はありません</h2>')],
    ['an old list', shopPage('<h1 id="noResultsTitle">Your search did not match any products.</h1>')],
  ])('is a search that found nothing: %s', (_, body) => {
    expect(searchVerdict(body)).toEqual({ kind: 'not-found' });
  });
});

describe('an age gate', () => {
  const gate = (href: string) => shopPage(`<a href="${href}">はい</a>`, '警告');
  const read = (body: string, url = question.request.url) => question.read(anAnswer(body, { url }));

  it('asks for the page behind it, in the same shop', () => {
    const link = '/black-curtain/save-eligibility/black-curtain?returnUrl=%2Fdp%2F0441478123';
    expect(read(gate(link))).toEqual({
      kind: 'follow',
      request: { ...question.request, url: `https://www.amazon.com${link}` },
    });
  });

  it('is not followed out of the shop, nor a second time', () => {
    const refused = { kind: 'blocked', reason: 'an age gate' };
    expect(read(gate('https://evil.example/black-curtain/save-eligibility'))).toEqual(refused);
    expect(read(gate('//evil.example/black-curtain/save-eligibility'))).toEqual(refused);
    const again = 'https://www.amazon.com/black-curtain/save-eligibility/black-curtain?returnUrl=x';
    expect(read(gate('/black-curtain/save-eligibility/black-curtain'), again)).toEqual(refused);
  });
});

describe('a page of the shop', () => {
  it('is a product even where its text speaks of captchas', () => {
    const page = BOOK_PAGES.desktop({ description: '<p>api-services-support@amazon.com, said the Robot Check.</p>' });
    expect(bookVerdict(page)).toMatchObject({ kind: 'found' });
  });

  it('that lists results is no product', () => {
    expect(bookVerdict(resultsPage())).toEqual({ kind: 'not-found' });
  });

  it.each([
    ['UTF-8 said to be Latin-1', 'utf-8' as const, 'text/html; charset=ISO-8859-1'],
    ['Latin-1 said to be UTF-8', 'latin1' as const, 'text/html; charset=UTF-8'],
    ['Latin-1', 'latin1' as const, 'text/html; charset=ISO-8859-1'],
  ])('is read as %s', (_, encoding, type) => {
    const body = Buffer.from(
      BOOK_PAGES.desktop2016({ title: 'Les Misérables', people: [['Émile Zölä', '(Auteur)']], series: undefined }),
      encoding,
    );
    const verdict = question.read(anAnswer(body, { headers: { 'content-type': type } }));
    expect(verdict).toMatchObject({
      kind: 'found',
      value: { title: 'Les Misérables', contributors: [{ name: 'Émile Zölä' }] },
    });
  });
});
