import { draftOf } from '../../testing/draft-of.js';

const type = (id: string, value: string) => `<meta refines="#${id}" property="title-type">${value}</meta>`;

describe('the title of an EPUB', () => {
  it.each([
    ['is the only one', '<dc:title> The\n Left  Hand </dc:title>', { title: 'The Left Hand' }],
    [
      'is the first of several, never the last',
      '<dc:title>Main</dc:title><dc:title>Second</dc:title>',
      { title: 'Main' },
    ],
    [
      'is the one called main',
      `<dc:title id="a">Sub</dc:title><dc:title id="b">Main</dc:title>${type('a', 'subtitle')}${type('b', 'main')}`,
      { title: 'Main', subtitle: 'Sub' },
    ],
    [
      'is refined before it stands there, and without "#"',
      `${type('b', 'main').replace('#', '')}<dc:title>X</dc:title><dc:title id="b">Main</dc:title>`,
      { title: 'Main' },
    ],
    [
      'is never the subtitle',
      `<dc:title id="a">Sub</dc:title><dc:title>Main</dc:title>${type('a', 'subtitle')}`,
      { title: 'Main', subtitle: 'Sub' },
    ],
    [
      'is the long one only for want of another',
      `<dc:title id="a">Long</dc:title>${type('a', 'expanded')}`,
      { title: 'Long' },
    ],
    [
      'has no edition or collection as its subtitle',
      `<dc:title>Main</dc:title><dc:title id="a">Set</dc:title><dc:title id="b">Third</dc:title>${type('a', 'collection')}${type('b', 'edition')}`,
      { title: 'Main', subtitle: undefined },
    ],
    [
      'is the first in display order',
      '<dc:title id="a">B</dc:title><dc:title id="c">A</dc:title><meta refines="#a" property="display-seq">2</meta><meta refines="#c" property="display-seq">1</meta>',
      { title: 'A' },
    ],
    [
      'may be a subtitle by its id',
      '<dc:title>Main</dc:title><dc:title id="pub-subtitle">Sub</dc:title>',
      { title: 'Main', subtitle: 'Sub' },
    ],
    [
      'is not the first when that is called subtitle',
      '<dc:title id="subtitle">Sub</dc:title><dc:title>Main</dc:title>',
      { title: 'Main', subtitle: 'Sub' },
    ],
    [
      'is whatever the only one is called',
      '<dc:title id="subtitle">Sub</dc:title>',
      { title: 'Sub', subtitle: undefined },
    ],
    [
      'has a subtitle in a calibre column',
      `<dc:title>Main</dc:title><meta name="calibre:user_metadata:#subtitle" content='{"datatype":"text","#value#":"Sub"}'/>`,
      { title: 'Main', subtitle: 'Sub' },
    ],
    ['has no markup', '<dc:title>&lt;i&gt;Emma&lt;/i&gt; &amp;amp; Co</dc:title>', { title: 'Emma & Co' }],
    ['has its article in front', '<dc:title>Hobbit, The</dc:title>', { title: 'The Hobbit' }],
    [
      'has a sort form by refinement',
      '<dc:title id="a">The Hobbit</dc:title><meta refines="#a" property="file-as">Hobbit, The</meta>',
      { sortTitle: 'Hobbit, The' },
    ],
    [
      'has a sort form by attribute',
      '<dc:title opf:file-as="Hobbit, The">The Hobbit</dc:title>',
      { sortTitle: 'Hobbit, The' },
    ],
    [
      'has a sort form by calibre',
      '<dc:title>The Hobbit</dc:title><meta name="calibre:title_sort" content="Hobbit, The"/>',
      { sortTitle: 'Hobbit, The' },
    ],
    ['has no sort form that nobody gave', '<dc:title>The Hobbit</dc:title>', { sortTitle: undefined }],
    ['may stand in any case and prefix', '<DC:Title>Emma</DC:Title>', { title: 'Emma' }],
    [
      'may stand a level deeper, as in OEB 1',
      '<dc-metadata><dc:Title>Emma</dc:Title></dc-metadata>',
      { title: 'Emma' },
    ],
    ['may hold HTML entities', '<dc:title>Caf&eacute;</dc:title>', { title: 'Café' }],
  ])('%s', async (_, metadata, expected) => expect(await draftOf(metadata)).toMatchObject(expected));

  it.each(['', '<dc:title/>', '<dc:title> &#0; </dc:title>', '<dc:title>&lt;b&gt;&lt;/b&gt;</dc:title>'])(
    'may be missing, which is a warning: %j',
    async (metadata) => {
      const draft = await draftOf(metadata);
      expect(draft.title ?? '').not.toContain('\0');
      if (draft.title === undefined) expect(draft.warnings).toContain('The book does not name its title.');
    },
  );

  it('is cut between letters, not in the middle of one', async () => {
    const { title } = await draftOf(`<dc:title>${'x'.repeat(999)}\u{1F600}</dc:title>`);
    expect(title?.isWellFormed()).toBe(true);
  });
});
