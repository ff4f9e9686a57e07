import { bytesAccess } from '@octavo/domain';
import { anFb2 } from '@octavo/testing';
import { readBook } from '../readers.js';

describe('the blurb of an FB2', () => {
  it.each([
    [
      'paragraphs',
      '<p>One <strong>two</strong>.</p><empty-line/><p>Three</p>',
      '<p>One <strong>two</strong>.</p><p>Three</p>',
    ],
    ['no paragraphs', 'One\n\ntwo', '<p>One</p>\n<p>two</p>'],
    ['verses', '<poem><stanza><v>One</v><v>two</v></stanza></poem>', '<p>One</p><p>two</p>'],
    [
      'a quotation',
      '<cite><p>One</p><text-author>Two</text-author></cite>',
      '<blockquote><p>One</p><p>Two</p></blockquote>',
    ],
    [
      'links',
      '<p><a l:href="#n1">1</a> <a l:href="https://a.org/">2</a></p>',
      '<p>1 <a href="https://a.org/" rel="nofollow">2</a></p>',
    ],
    ['scripts', '<p>One<script>two</script></p>', '<p>One</p>'],
    ['the title again', '<p>A Book</p>', undefined],
  ])('is made of an annotation with %s', async (_, annotation, description) => {
    const book = anFb2().withTitleInfo(`<annotation>${annotation}</annotation>`);
    const { draft } = await readBook(bytesAccess(book.build()), 'book.fb2');
    expect(draft.description).toBe(description);
  });
});
