import type { BookQuery, SearchHit } from '@octavo/providers';
import { BLOCKED, candidate, DUNE, found, hit, NOT_FOUND, OUTAGE, providerOf, worldOf } from '../../test/told-books.js';
import type { Outcome } from '../asking/outcome.js';
import { askProvider } from './ask-provider.js';
import { judgement } from './judgement.js';

type Questions = Parameters<typeof providerOf>[0];

async function round(questions: Questions, answers: Record<string, Outcome<unknown>>, book: BookQuery = DUNE) {
  const { ask, asked } = worldOf(answers);
  const ended = await askProvider({ provider: providerOf(questions), settings: {} }, book, ask);
  const { accepted, suggestions } = judgement(ended);
  return {
    asked,
    failure: ended.failure,
    accepted: accepted?.candidate.id,
    suggested: suggestions.map(({ candidate }) => candidate.id),
  };
}

describe('asking one provider', () => {
  it('begins with what names the very book, and is done when that is it', async () => {
    const questions = { byIdentifier: ['isbn 1', 'isbn 2'], searches: ['list words'] };
    expect(await round(questions, { 'isbn 1': found(candidate('d')) })).toMatchObject({
      asked: ['isbn 1'],
      accepted: 'd',
    });
  });

  it('goes on with words where nobody knows the number', async () => {
    const questions = { byIdentifier: ['isbn 1'], searches: ['list strict', 'list loose'] };
    const answers = { 'list strict': found([hit('d')]), 'page d': found(candidate('d')) };
    expect(await round(questions, answers)).toMatchObject({
      asked: ['isbn 1', 'list strict', 'page d'],
      accepted: 'd',
    });
  });

  it('goes on where the number is that of another book, which a person may look at', async () => {
    const wrong = candidate('w', {
      ...{ title: 'Cooking for Two', by: 'Someone Else' },
      identifiers: [{ scheme: 'isbn', value: '9780441172719' }],
    });
    const questions = { byIdentifier: ['isbn 1'], searches: ['list words'] };
    const answers = { 'isbn 1': found(wrong), 'list words': found([hit('d')]), 'page d': found(candidate('d')) };
    expect(await round(questions, answers)).toMatchObject({ accepted: 'd', suggested: ['w'] });
  });

  it('asks for the whole of those entries alone that may be the book, the likeliest first', async () => {
    const list: SearchHit[] = [
      hit('messiah', { title: 'Dune Messiah' }),
      hit('guide', { title: 'Summary of Dune by Frank Herbert', authors: ['BookHabits'] }),
      hit('anon', { authors: [] }),
      hit('d'),
    ];
    const answers = { 'list words': found(list), 'page d': found(candidate('d')) };
    expect(await round({ searches: ['list words'] }, answers)).toMatchObject({
      asked: ['list words', 'page d'],
      accepted: 'd',
    });
  });

  it('asks for one of many editions', async () => {
    const list = ['a', 'b', 'c', 'd'].map((id) => hit(id, { subtitle: id === 'c' ? 'Deluxe Edition' : undefined }));
    const answers = { 'list words': found(list), 'page a': found(candidate('a')) };
    expect(await round({ searches: ['list words'] }, answers)).toMatchObject({
      asked: ['list words', 'page a'],
      accepted: 'a',
    });
  });

  it('asks for no second edition because a page tells more than a list', async () => {
    const list = [hit('a', { candidate: candidate('a') }), hit('b', { candidate: candidate('b') })];
    const page = candidate('a', { subtitle: 'A Story of Sand and Spice', pageCount: 412 });
    expect(
      await round({ searches: ['list words'] }, { 'list words': found(list), 'page a': found(page) }),
    ).toMatchObject({
      asked: ['list words', 'page a'],
      accepted: 'a',
    });
  });

  it('goes on where a page is less like the book than the next entry', async () => {
    const title = 'The Collected Stories of Nobody';
    const list = ['a', 'b'].map((id) => hit(id, { title }));
    const answers = {
      'list words': found(list),
      'page a': found(candidate('a', { title: 'The Collected Stories of Somebody' })),
      'page b': found(candidate('b', { title })),
    };
    expect(await round({ searches: ['list words'] }, answers, { ...DUNE, title })).toMatchObject({
      asked: ['list words', 'page a', 'page b'],
      accepted: 'b',
      suggested: ['a'],
    });
  });

  it('takes what it has where the likeliest is not to be had and is no other book', async () => {
    const list = [hit('a'), hit('b', { candidate: candidate('b') })];
    const answers = { 'list words': found(list), 'page a': BLOCKED };
    expect(await round({ searches: ['list words'] }, answers)).toMatchObject({
      asked: ['list words', 'page a'],
      accepted: 'b',
      failure: BLOCKED,
    });
  });

  it.each([BLOCKED, OUTAGE])(
    'takes none where the other book that is as likely is not to be had: $kind',
    async (refusal) => {
      const book = { ...DUNE, title: 'First Poems', identifiers: [], authors: ['A. Smith'] };
      const list = ['Adam', 'Alan'].map((name) => hit(name, { title: 'First Poems', authors: [`${name} Smith`] }));
      const answers = {
        'list words': found(list),
        'page Adam': found(candidate('Adam', { title: 'First Poems', by: 'Adam Smith' })),
        'page Alan': refusal,
      };
      expect(await round({ searches: ['list words'] }, answers, book)).toMatchObject({
        asked: ['list words', 'page Adam', 'page Alan'],
        accepted: undefined,
        suggested: ['Adam'],
      });
    },
  );

  it('takes none where one bears the number and another the name', async () => {
    const messiah = { title: 'Dune Messiah', identifiers: DUNE.identifiers.map((one) => ({ ...one })) };
    const answers = {
      'list words': found([hit('d'), hit('m', messiah)]),
      'page d': found(candidate('d')),
      'page m': found(candidate('m', messiah)),
    };
    expect(await round({ searches: ['list words'] }, answers)).toMatchObject({
      asked: ['list words', 'page d', 'page m'],
      accepted: undefined,
      suggested: expect.arrayContaining(['d', 'm']),
    });
  });

  it('takes none where another book is as likely', async () => {
    const [one, two] = ['First Poems', 'First Poems'];
    const byNobody = { ...DUNE, title: one, identifiers: [], authors: ['A. Smith'] };
    const list = [hit('a', { title: one, authors: ['Adam Smith'] }), hit('b', { title: two, authors: ['Alan Smith'] })];
    const answers = {
      'list words': found(list),
      'page a': found(candidate('a', { title: one, by: 'Adam Smith' })),
      'page b': found(candidate('b', { title: two, by: 'Alan Smith' })),
    };
    expect(await round({ searches: ['list words'] }, answers, byNobody)).toEqual({
      ...{ asked: ['list words', 'page a', 'page b'], accepted: undefined, suggested: ['a', 'b'], failure: undefined },
    });
  });

  it('takes none either where that other book is only known from the list', async () => {
    const authors = ['Adam Smith', 'Alan Smith', 'Anna Smith', 'Amy Smith'];
    const list = authors.map((name, at) => hit(`${at}`, { title: 'First Poems', authors: [name] }));
    const pages = authors.map((by, at) => [`page ${at}`, found(candidate(`${at}`, { title: 'First Poems', by }))]);
    const book = { ...DUNE, title: 'First Poems', identifiers: [], authors: ['A. Smith'] };
    const answers = { 'list words': found(list), ...Object.fromEntries(pages.slice(0, 1)) } as Record<
      string,
      Outcome<unknown>
    >;
    expect(await round({ searches: ['list words'] }, answers, book)).toMatchObject({
      asked: ['list words', 'page 0', 'page 1', 'page 2'],
      accepted: undefined,
      suggested: ['0'],
    });
  });

  it('asks for three lists and three pages at most, and leaves of each one to the words', async () => {
    const byIdentifier = ['list a', 'page 1', 'list b', 'page 2', 'list c', 'page 3', 'page 4'];
    const questions = { byIdentifier, searches: ['list x', 'list y', 'list z'] };
    expect((await round(questions, {})).asked).toEqual(['list a', 'page 1', 'list b', 'page 2', 'list x']);
    expect((await round({ byIdentifier }, {})).asked).toEqual([
      'list a',
      'page 1',
      'list b',
      'page 2',
      'list c',
      'page 3',
    ]);
    const vague = ['a', 'b', 'c', 'd', 'e'].map((id) => hit(id, { title: "Harry Potter and the Sorcerer's Stone" }));
    const book = { ...DUNE, title: "Harry Potter and the Philosopher's Stone", identifiers: [] };
    const { asked } = await round({ searches: ['list x', 'list y'] }, { 'list x': found(vague) }, book);
    expect(asked).toEqual(['list x', 'page a', 'page b', 'page c', 'list y']);
  });

  it('asks for nothing twice', async () => {
    const answers = { 'list x': found([hit('a')]), 'list y': found([hit('a')]), 'page a': NOT_FOUND };
    expect((await round({ searches: ['list x', 'list y'] }, answers)).asked).toEqual(['list x', 'page a', 'list y']);
  });

  it('takes what the list told where there is no more to know', async () => {
    const told = hit('d', { candidate: candidate('d') });
    const questions = { searches: ['list words'], details: () => undefined };
    expect(await round(questions, { 'list words': found([told]) })).toMatchObject({
      asked: ['list words'],
      accepted: 'd',
    });
    const bare = await round(questions, { 'list words': found([hit('d')]) });
    expect(bare).toMatchObject({ accepted: undefined, suggested: [] });
  });

  it.each([BLOCKED, OUTAGE])('takes what the list told where the page is not to be had: $kind', async (refusal) => {
    const list = [hit('d', { candidate: candidate('d', { pageCount: 412 }) })];
    const answers = { 'list words': found(list), 'page d': refusal };
    const result = await round({ searches: ['list words', 'list more'] }, answers);
    expect(result).toMatchObject({ asked: ['list words', 'page d'], accepted: 'd', failure: refusal });
  });

  it('has nothing where a list tells too little and the page is not to be had', async () => {
    const answers = { 'list words': found([hit('d')]), 'page d': BLOCKED };
    const result = await round({ searches: ['list words', 'list more'] }, answers);
    expect(result).toEqual({ asked: ['list words', 'page d'], failure: BLOCKED, accepted: undefined, suggested: [] });
  });

  it('believes no page that is gone, though the list told of it', async () => {
    const answers = { 'list words': found([hit('d', { candidate: candidate('d') })]) };
    expect(await round({ searches: ['list words'] }, answers)).toMatchObject({ accepted: undefined });
  });

  it('ends with a refusal, and goes on after a failure', async () => {
    const questions = { byIdentifier: ['isbn 1', 'isbn 2'], searches: ['list words'] };
    expect(await round(questions, { 'isbn 1': BLOCKED })).toMatchObject({ asked: ['isbn 1'], failure: BLOCKED });
    expect(await round(questions, { 'isbn 1': OUTAGE })).toMatchObject({
      asked: ['isbn 1', 'isbn 2', 'list words'],
      failure: OUTAGE,
    });
  });

  it('keeps what was found in part, and says that there is more', async () => {
    const part = { kind: 'found', value: candidate('d'), cutShort: BLOCKED } as const;
    expect(await round({ byIdentifier: ['isbn 1'] }, { 'isbn 1': part })).toMatchObject({
      accepted: 'd',
      failure: BLOCKED,
    });
  });

  it('tells markets apart: one number is another book in another shop', async () => {
    const list = [hit('a', { market: 'de' }), hit('a', { market: 'com' })];
    const answers = { 'list x': found(list) };
    const details = ({ id, market }: SearchHit) => ({ ...providerOf().details(hit(`${market} ${id}`), {})! });
    expect((await round({ searches: ['list x'], details }, answers)).asked).toEqual([
      'list x',
      'page de a',
      'page com a',
    ]);
  });
});
