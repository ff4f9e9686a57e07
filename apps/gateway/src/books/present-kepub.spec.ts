import { presentKepub } from './present-kepub.js';

type Arguments = Parameters<typeof presentKepub>;
type Converted = Arguments[0]['converted'][number];

const file = (fields: Partial<Arguments[0]> = {}): Arguments[0] => ({
  ...{ format: 'epub', drm: null, layout: 'reflowable', problemCode: null, fingerprint: 'f', converted: [] },
  ...fields,
});
const made = (fields: Partial<Converted>) =>
  file({ converted: [{ target: 'kepub', fingerprint: 'f', problemDetail: null, remark: null, ...fields } as Converted] });
const SETTLED = { deliveryForm: 'kepub:f-1' };
const UNSETTLED = { deliveryForm: null };

describe('what is told of a KEPUB', () => {
  it.each<[string, Arguments[0], Arguments[1], object]>([
    ['that it is there', made({ state: 'READY', size: 9n }), SETTLED, { state: 'READY', size: 9, reason: null }],
    [
      'that another program made it than was asked for',
      made({ state: 'READY', size: 9n, problemDetail: 'kepubify is gone' }),
      SETTLED,
      { state: 'READY', reason: 'kepubify is gone' },
    ],
    ['which pages were mended', made({ state: 'READY', remark: '1 page' }), SETTLED, { remark: '1 page' }],
    ['why it failed', made({ state: 'FAILED', problemDetail: 'broken' }), SETTLED, { state: 'FAILED', reason: 'broken' }],
    ['that it is being made', made({ state: 'PENDING' }), SETTLED, { state: 'PENDING' }],
    ['that it is made anew for other bytes', made({ state: 'READY', fingerprint: 'e' }), SETTLED, { state: 'PENDING' }],
    ['that nobody has looked yet', file(), UNSETTLED, { state: 'PENDING', reason: null }],
    ['nothing of a file that cannot be read', file({ problemCode: 'file.empty' }), UNSETTLED, { state: 'NONE' }],
    ['that it is one', file({ format: 'kepub' }), SETTLED, { reason: expect.stringContaining('already') }],
    ['that DRM forbids it', file({ drm: 'adobe' }), SETTLED, { reason: expect.stringContaining('DRM') }],
    ['that PDFs do not become one', file({ format: 'pdf' }), SETTLED, { reason: expect.stringContaining('Only EPUBs') }],
    ['that fixed pages stay', file({ layout: 'fixed' }), SETTLED, { reason: expect.stringContaining('Fixed-layout') }],
    ['nothing against a comic, whose pages are fixed', file({ format: 'cbz', layout: 'fixed' }), SETTLED, { reason: null }],
  ])('%s', (_what, row, book, expected) => {
    expect(presentKepub(row, book)).toMatchObject(expected);
  });
});
