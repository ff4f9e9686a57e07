import { type DeliverableFile, deliveryForm, planDelivery, unconverted } from './delivery-form.js';

const file = (change: Partial<DeliverableFile> = {}): DeliverableFile => ({
  id: '1',
  format: 'epub',
  fingerprint: 'f',
  size: 10n,
  layout: 'reflowable',
  drm: null,
  problem: null,
  missing: false,
  ...change,
});

const ON = { convert: true, sizeLimit: 100 };
const OFF = { convert: false, sizeLimit: 100 };

describe('how a book goes to a device', () => {
  it.each([
    ['an EPUB is converted', [file()], ON, 'kepub:f-10', true],
    ['an EPUB as it is where conversion is off', [file()], OFF, 'epub:f-10', false],
    ['fixed layout as it is', [file({ layout: 'fixed' })], ON, 'epub:f-10', false],
    ['a KEPUB as it is', [file({ format: 'kepub' })], ON, 'kepub:f-10', false],
    ['a KEPUB before an EPUB', [file({ fingerprint: 'e' }), file({ format: 'kepub' })], ON, 'kepub:f-10', false],
    [
      'a file that is there before one that is not',
      [file({ format: 'kepub', missing: true }), file({ fingerprint: 'e' })],
      ON,
      'kepub:e-10',
      true,
    ],
    [
      'a readable file before a protected one',
      [file({ drm: 'adobe' }), file({ fingerprint: 'e' })],
      ON,
      'kepub:e-10',
      true,
    ],
    ['a large EPUB as it is', [file({ size: 101n })], ON, 'epub:f-101', false],
    ['a comic is converted', [file({ format: 'cbz' })], ON, 'kepub:f-10', true],
    ['a comic of the other kind too', [file({ format: 'cbr' })], ON, 'kepub:f-10', true],
    ['an EPUB before a comic', [file({ fingerprint: 'c', format: 'cbz' }), file()], ON, 'kepub:f-10', true],
    [
      'a comic that is there before an EPUB that is not',
      [file({ missing: true }), file({ fingerprint: 'c', format: 'cbz' })],
      ON,
      'kepub:c-10',
      true,
    ],
  ])('%s', (_what, files, policy, form, converts) => {
    const plan = planDelivery(files, policy);
    expect([deliveryForm(plan), plan.form !== 'none' && plan.convert]).toEqual([form, converts]);
  });

  it.each([
    ['DRM', [file({ drm: 'adobe' })], /DRM/],
    ['damage', [file({ problem: 'The archive is cut off' })], /cut off/],
    ['nothing', [], /no file/],
    ['a format no Kobo gets', [file({ format: 'pdf' })], /no file/],
    ['a comic that is too large', [file({ format: 'cbz', size: 101n })], /only as KEPUB.*larger/],
  ])('not at all with %s, and says why', (_what, files, reason) => {
    expect(planDelivery(files, ON)).toMatchObject({ form: 'none', reason: expect.stringMatching(reason) });
  });

  it('not at all where it is a comic and conversion is off', () => {
    expect(planDelivery([file({ format: 'cbz' })], OFF)).toMatchObject({ form: 'none' });
  });

  it('as the EPUB it is when its conversion fails', () => {
    expect(unconverted(file(), 'broken')).toMatchObject({ form: 'epub', reason: 'broken' });
  });
});
