import type { DeviceBookRow, WholeBook } from '@octavo/database';
import { whyNotThere } from './why-not-there.js';

const row = (fields: Partial<DeviceBookRow>): DeviceBookRow => ({
  bookId: '1',
  title: 'Emma',
  coverId: null,
  state: 'not-offered',
  sentAt: null,
  acknowledgedAt: null,
  downloadedAt: null,
  withheld: null,
  withheldAt: null,
  visible: true,
  ...fields,
});

const POLICY = { convert: true, sizeLimit: 100 };

type BookFile = Partial<WholeBook['files'][number]>;

const failed = (problemDetail: string) =>
  ({ state: 'FAILED', problemDetail }) as WholeBook['files'][number]['converted'][number];

function book(fields: Partial<WholeBook>, file: BookFile = {}): WholeBook {
  const whole = {
    format: 'epub',
    fingerprint: 'f',
    size: 10n,
    layout: 'reflowable',
    drm: null,
    problemDetail: null,
    places: [{ missingSince: null }],
    converted: [],
    ...file,
  };
  return { missingSince: null, deliveryForm: 'none', files: [whole], ...fields } as unknown as WholeBook;
}

describe('why a book is not on a device', () => {
  it.each<[string, Partial<DeviceBookRow>, WholeBook | undefined, string | null]>([
    ['it is there', { state: 'downloaded' }, undefined, null],
    ['it is gone everywhere', { state: 'removed', visible: false }, undefined, null],
    ['its reader deleted it', { state: 'removed', withheld: 'device' }, undefined, 'It was deleted on the device'],
    ['the user keeps it', { state: 'not-offered', withheld: 'user' }, book({}), 'You keep it from this device'],
    ['the user keeps it since it was told', { state: 'removing', withheld: 'user' }, undefined, 'You keep it from'],
    ['nobody has fetched it', { state: 'acknowledged' }, undefined, 'knows of it and has not fetched it'],
    ['nobody knows whether it arrived', { state: 'sent' }, undefined, 'has not come back since'],
    ['it waits for a sync', { state: 'waiting' }, undefined, 'at its next sync'],
    ['it is to go', { state: 'removing' }, undefined, 'told at its next sync to forget it'],
    ['its file is missing', {}, book({ missingSince: new Date(), deliveryForm: 'kepub:f-10' }), 'Its file is missing'],
    ['it was never prepared', {}, book({ deliveryForm: null }), 'being prepared'],
    ['it is prepared anew', {}, book({ deliveryForm: 'stale' }), 'being prepared'],
    ['others were chosen', {}, book({ deliveryForm: 'kepub:f-10' }), 'not among the books chosen'],
    ['it is protected', {}, book({}, { drm: 'adobe' }), 'The file is protected by DRM.'],
    ['it is broken', {}, book({}, { problemDetail: 'The archive ends early' }), 'The archive ends early.'],
    ['no Kobo opens it from a sync', {}, book({}, { format: 'pdf' }), 'There is no file a Kobo can open.'],
    ['it was mended a moment ago', {}, book({}), 'being prepared'],
    [
      'its comic cannot be converted',
      {},
      book({}, { format: 'cbz', converted: [failed('No page can be read')] }),
      'It could not be converted: No page can be read.',
    ],
    ['it is not known any more', {}, undefined, null],
  ])('when %s', (_when, fields, known, expected) => {
    const why = whyNotThere(row(fields), known, POLICY);
    if (expected === null) expect(why).toBeNull();
    else expect(why).toContain(expected);
  });

  it('is one sentence with one full stop at its end, though a reason brought one along', () => {
    const broken = book({}, { problemDetail: 'The archive ends early.' });
    expect(whyNotThere(row({}), broken, POLICY)).toBe('The archive ends early.');
  });
});
