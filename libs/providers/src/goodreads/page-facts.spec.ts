import { combined } from './page-facts.js';

describe('facts from several parts of a page', () => {
  it('are each from the first part that has it', () => {
    expect(combined([{ title: 'A', pageCount: undefined }, { title: 'B', pageCount: 7 }, { publisher: 'P' }])).toEqual({
      title: 'A',
      pageCount: 7,
      publisher: 'P',
    });
    expect(
      combined([
        { genres: [], series: [{ name: 'S' }] },
        { genres: ['G'], series: [] },
      ]),
    ).toEqual({
      series: [{ name: 'S' }],
      genres: ['G'],
    });
  });

  it('do not call a whole description cut because another one is', () => {
    const cut = { description: 'Who…', partialDescription: true };
    expect(combined([{ description: 'Whole.' }, cut])).toEqual({ description: 'Whole.' });
    expect(combined([{ title: 'A' }, cut])).toEqual({ title: 'A', ...cut });
  });

  it('keep together what belongs together', () => {
    expect(combined([{ title: 'A' }, { title: 'B', fullTitle: 'B (C, #1)' }])).toEqual({ title: 'A' });
    expect(combined([{ genres: ['G'] }, { genres: ['H'], tags: ['T'] }])).toEqual({ genres: ['G'] });
  });
});
