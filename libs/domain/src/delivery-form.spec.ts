import { type DeliverableFile, deliveryForm, planDelivery } from './delivery-form.js';

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

describe('how a book goes to a device', () => {
  it.each([
    ['an EPUB is converted', [file()], true, 'kepub:f-10', true],
    ['an EPUB as it is where conversion is off', [file()], false, 'epub:f-10', false],
    ['fixed layout as it is', [file({ layout: 'fixed' })], true, 'epub:f-10', false],
    ['a KEPUB as it is', [file({ format: 'kepub' })], true, 'kepub:f-10', false],
    ['a KEPUB before an EPUB', [file({ fingerprint: 'e' }), file({ format: 'kepub' })], true, 'kepub:f-10', false],
    [
      'a file that is there before one that is not',
      [file({ format: 'kepub', missing: true }), file({ fingerprint: 'e' })],
      true,
      'kepub:e-10',
      true,
    ],
    [
      'a readable file before a protected one',
      [file({ drm: 'adobe' }), file({ fingerprint: 'e' })],
      true,
      'kepub:e-10',
      true,
    ],
  ])('%s', (_what, files, convert, form, converts) => {
    const plan = planDelivery(files, convert);
    expect([deliveryForm(plan), plan.form !== 'none' && plan.convert]).toEqual([form, converts]);
  });

  it.each([
    ['DRM', [file({ drm: 'adobe' })], /DRM/],
    ['damage', [file({ problem: 'The archive is cut off' })], /cut off/],
    ['nothing', [], /no file/],
  ])('not at all with %s, and says why', (_what, files, reason) => {
    expect(planDelivery(files, true)).toMatchObject({ form: 'none', reason: expect.stringMatching(reason) });
  });
});
