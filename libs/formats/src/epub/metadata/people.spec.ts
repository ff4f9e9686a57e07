import { draftOf } from '../../testing/draft-of.js';

async function people(metadata: string): Promise<string[]> {
  return (await draftOf(metadata)).contributors.map(({ name, role, sortName }) =>
    [role, name, ...(sortName ? [sortName] : [])].join(': '),
  );
}
const role = (id: string, code: string) =>
  `<meta refines="#${id}" property="role" scheme="marc:relators">${code}</meta>`;

describe('the people of an EPUB', () => {
  it.each([
    ['a creator is an author', '<dc:creator>Jane Austen</dc:creator>', ['author: Jane Austen']],
    [
      'roles stand in attributes',
      '<dc:creator opf:role="aut">A Bee</dc:creator><dc:creator opf:role="trl">C Dee</dc:creator>',
      ['author: A Bee', 'translator: C Dee'],
    ],
    ['roles stand in refinements', `<dc:creator id="a">A Bee</dc:creator>${role('a', 'ill')}`, ['illustrator: A Bee']],
    ['roles may be words', '<dc:creator opf:role="Author">A Bee</dc:creator>', ['author: A Bee']],
    [
      'one person may have several roles',
      `<dc:contributor id="a">A Bee</dc:contributor>${role('a', 'edt')}${role('a', 'cov')}`,
      ['editor: A Bee', 'coverArtist: A Bee'],
    ],
    [
      'a creator without a role is left out beside an author',
      '<dc:creator opf:role="aut">A Bee</dc:creator><dc:creator>Some Tool</dc:creator>',
      ['author: A Bee'],
    ],
    [
      'creators without roles are authors beside an editor',
      '<dc:creator opf:role="edt">A Bee</dc:creator><dc:creator>C Dee</dc:creator>',
      ['editor: A Bee', 'author: C Dee'],
    ],
    ['an editor alone stays an editor', '<dc:creator opf:role="edt">A Bee</dc:creator>', ['editor: A Bee']],
    [
      'the tool that made the file is nobody',
      '<dc:creator>A Bee</dc:creator><dc:contributor opf:role="bkp">calibre (7.0) [https://calibre-ebook.com]</dc:contributor>',
      ['author: A Bee'],
    ],
    ['a contributor without a role is something else', '<dc:contributor>A Bee</dc:contributor>', ['other: A Bee']],
    [
      'a contributor is no author beside a creator',
      '<dc:creator>A Bee</dc:creator><dc:contributor opf:role="aut">C Dee</dc:contributor>',
      ['author: A Bee', 'other: C Dee'],
    ],
    [
      'a contributor is an author where there is no creator',
      '<dc:contributor opf:role="aut">C Dee</dc:contributor>',
      ['author: C Dee'],
    ],
    [
      'sort forms stand in attributes',
      '<dc:creator opf:file-as="Austen, Jane">Jane Austen</dc:creator>',
      ['author: Jane Austen: Austen, Jane'],
    ],
    [
      'sort forms stand in refinements',
      '<dc:creator id="a">Jane Austen</dc:creator><meta refines="#a" property="file-as">Austen, Jane</meta>',
      ['author: Jane Austen: Austen, Jane'],
    ],
    [
      'a name written as it is sorted is turned',
      '<dc:creator opf:file-as="García Márquez, Gabriel">García Márquez, Gabriel</dc:creator>',
      ['author: Gabriel García Márquez: García Márquez, Gabriel'],
    ],
    [
      'a sort form that says nothing is dropped',
      '<dc:creator opf:file-as="Plato">Plato</dc:creator>',
      ['author: Plato'],
    ],
    [
      'one element may name several',
      '<dc:creator>Terry Pratchett &amp; Neil Gaiman</dc:creator>',
      ['author: Terry Pratchett', 'author: Neil Gaiman'],
    ],
    ['nobody is named twice', '<dc:creator>A Bee</dc:creator><dc:creator>a bee</dc:creator>', ['author: A Bee']],
    ['stand-ins are nobody', '<dc:creator>Unknown</dc:creator><dc:creator/>', []],
    [
      'the order may be given',
      '<dc:creator id="a">Zed</dc:creator><dc:creator id="b">Ann</dc:creator><meta refines="#a" property="display-seq">2</meta><meta refines="#b" property="display-seq">1</meta>',
      ['author: Ann', 'author: Zed'],
    ],
    ['the voice of a media overlay is a narrator', '<meta property="media:narrator">A Bee</meta>', ['narrator: A Bee']],
  ])('%s', async (_, metadata, expected) => expect(await people(metadata)).toEqual(expected));
});
