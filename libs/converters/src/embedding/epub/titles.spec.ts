import { written } from '../testing/package-book.js';

const ID = '<dc:identifier id="uid">urn:x:1</dc:identifier>';

describe('titles in EPUB 3', () => {
  it('takes the place of the text of the main title, whatever its element is like', async () => {
    const { metadata } = await written(`${ID}<dc:title xml:lang='en' id="t">Emma</dc:title>`, { title: 'Emma & Co' });
    expect(metadata).toBe(`${ID}<dc:title xml:lang='en' id="t">Emma &amp; Co</dc:title>`);
  });

  it('finds the main title by its type, and leaves all others', async () => {
    const others =
      '<dc:title id="s">Sub</dc:title><meta refines="#s" property="title-type">subtitle</meta>' +
      '<dc:title id="e">Third</dc:title><meta refines="#e" property="title-type">edition</meta>';
    const main = (title: string) =>
      `<dc:title id="m">${title}</dc:title><meta refines="#m" property="title-type">main</meta>`;
    const { metadata, said } = await written(ID + others + main('Emma'), { title: 'New' });
    expect(metadata).toBe(ID + others + main('New'));
    expect(said).toMatchObject({ title: 'New', subtitle: 'Sub' });
  });

  it('takes what refines the old text away, but not what says which title it is', async () => {
    const lasting =
      '<meta refines="#t" property="title-type">main</meta><meta refines="#t" property="display-seq">1</meta>';
    const stale =
      '<meta refines="#t" property="file-as">Emma, An</meta>' +
      '<meta refines="#t" property="alternate-script" xml:lang="ja" id="a">エマ</meta>' +
      '<meta refines="#a" property="x:of-that">1</meta><meta name="calibre:title_sort" content="Emma, An"/>';
    const title = (text: string) => `<dc:title id="t">${text}</dc:title>`;
    const { metadata, said } = await written(`${ID}${title('An Emma')}${lasting}${stale}`, { title: 'Other' });
    expect(metadata).toBe(ID + title('Other') + lasting);
    expect(said.sortTitle).toBeUndefined();
  });

  it('adds a subtitle behind the title, which is then called the main one', async () => {
    const { metadata } = await written(`${ID}\n  <dc:title>Emma</dc:title>\n`, { title: 'Emma', subtitle: 'A Novel' });
    expect(metadata).toBe(`${ID}
  <dc:title id="title">Emma</dc:title>
  <meta refines="#title" property="title-type">main</meta>
  <dc:title id="subtitle">A Novel</dc:title>
  <meta refines="#subtitle" property="title-type">subtitle</meta>
`);
  });

  it('writes the sort form as what refines the title, over the old one where there is one', async () => {
    const old = '<meta refines="#t" property="file-as" id="f">Old</meta>';
    const title = '<dc:title id="t">The Emma</dc:title>';
    const first = await written(ID + title, { title: 'The Emma' }, { sortTitle: 'Emma, The' });
    expect(first.metadata).toBe(`${ID}${title}<meta refines="#t" property="file-as">Emma, The</meta>`);
    const second = await written(ID + title + old, { title: 'The Emma' }, { sortTitle: 'Emma, The' });
    expect(second.metadata).toBe(ID + title + old.replace('Old', 'Emma, The'));
    expect(second.report).toEqual({ changed: ['sortTitle'], left: [] });
  });

  it('adds a title where there is none, and fills one that is empty', async () => {
    const request = { title: 'Emma', subtitle: 'A Novel' };
    const none = await written(ID, request, { sortTitle: 'Emma!' });
    expect(none.metadata).toBe(
      `${ID}<dc:title id="title">Emma</dc:title><meta refines="#title" property="title-type">main</meta>` +
        '<meta refines="#title" property="file-as">Emma!</meta>' +
        '<dc:title id="subtitle">A Novel</dc:title><meta refines="#subtitle" property="title-type">subtitle</meta>',
    );
    expect((await written(`${ID}<dc:title/>`, { title: 'Emma' })).metadata).toBe(`${ID}<dc:title>Emma</dc:title>`);
  });

  it('parts the only title from its subtitle where it is called one', async () => {
    const only = '<dc:title id="t">Emma</dc:title><meta refines="#t" property="title-type">subtitle</meta>';
    const { said, metadata } = await written(ID + only, { title: 'Emma', subtitle: 'A Novel' });
    expect(said).toMatchObject({ title: 'Emma', subtitle: 'A Novel' });
    expect(metadata.match(/<dc:title/g)).toHaveLength(2);
  });

  it('leaves a title readers would take for another, with all that belongs to it', async () => {
    const before = `${ID}<dc:title>Emma</dc:title>`;
    const request = { title: 'The <b> tag', subtitle: 'A Novel' };
    const { metadata, report } = await written(before, request, { sortTitle: '<b> tag, The' });
    expect(metadata).toBe(before);
    expect(report).toEqual({ changed: [], left: ['title', 'subtitle', 'sortTitle'] });
  });
});

describe('titles in EPUB 2', () => {
  const version = '2.0';

  it('tells the subtitle by its place and its id, and the sort form by a meta of calibre', async () => {
    const request = { title: 'Emma', subtitle: 'A Novel' };
    const { metadata } = await written(`${ID}<dc:title>Old</dc:title>`, request, { version, sortTitle: 'Emma!' });
    expect(metadata).toBe(
      `${ID}<dc:title>Emma</dc:title><dc:title id="subtitle">A Novel</dc:title>` +
        '<meta name="calibre:title_sort" content="Emma!"/>',
    );
  });

  it('takes the sort form of another title away', async () => {
    const sorted = '<meta name="calibre:title_sort" content="Emma, An"/>';
    const before = `${ID}<dc:title opf:file-as="Emma, An" xml:lang="en">An Emma</dc:title>${sorted}`;
    const { metadata } = await written(before, { title: 'Other' }, { version });
    expect(metadata).toBe(`${ID}<dc:title xml:lang="en">Other</dc:title>`);
  });

  it('says the sort form in every place where it is said', async () => {
    const before = `${ID}<dc:title opf:file-as="Old">Emma</dc:title><meta content='Old' name='calibre:title_sort'/>`;
    const { metadata } = await written(before, { title: 'Emma' }, { version, sortTitle: 'New "&"' });
    expect(metadata).toBe(
      `${ID}<dc:title opf:file-as="New &quot;&amp;&quot;">Emma</dc:title>` +
        `<meta content="New &quot;&amp;&quot;" name='calibre:title_sort'/>`,
    );
  });
});
