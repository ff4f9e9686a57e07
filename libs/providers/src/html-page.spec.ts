import { htmlPage } from './html-page.js';

describe('a page', () => {
  it('is read as far as it goes', () => {
    const page = htmlPage('<ul><li>One<li>Two<div class="x">Three');
    expect(page?.('li')).toHaveLength(2);
    expect(page?.('.x').text()).toBe('Three');
  });

  it('has scripts as they are, and what stands in a template', () => {
    const page = htmlPage('<script id="d">{"a":"</b>"}</script><template id="t"><i>x</i></template>');
    expect(page?.('#d').text()).toBe('{"a":"</b>"}');
    expect(page?.('#t i').text()).toBe('x');
  });

  it.each([
    ['nested', '<div>'.repeat(1_000_000)],
    ['nested late', `${'<p>x</p>'.repeat(10_000)}${'<b>'.repeat(500)}`],
    ['crowded', '<br>'.repeat(1_000_000)],
    ['in pieces', '<'.repeat(5_000_000)],
  ])('beyond reason is none: %s', (_, text) => {
    const started = performance.now();
    expect(htmlPage(text)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  it('of reasonable depth is one', () => {
    expect(htmlPage(`${'<div>'.repeat(390)}<b>x</b>`)?.('b').text()).toBe('x');
  });
});
