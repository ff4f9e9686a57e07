import { BulkPatch } from '@octavo/contracts';
import { type BulkForm, bulkPatchOf, EMPTY_FORM, isNothing } from './bulk-form.js';

const plain = (over: Partial<BulkForm['plain']>): BulkForm => ({
  ...EMPTY_FORM,
  plain: { ...EMPTY_FORM.plain, ...over },
});
const subjects = (over: Partial<BulkForm['subjects']>): BulkForm => ({
  ...EMPTY_FORM,
  subjects: { ...EMPTY_FORM.subjects, ...over },
});
const set = (text: string) => ({ how: 'set', text }) as const;

describe('what is to change in many books', () => {
  it('is nothing at first, and of what was begun and not filled in', () => {
    expect(isNothing(bulkPatchOf(EMPTY_FORM))).toBe(true);
    expect(isNothing(bulkPatchOf(plain({ publisher: set('  ') })))).toBe(true);
    expect(isNothing(bulkPatchOf(subjects({ how: 'change' })))).toBe(true);
    expect(isNothing(bulkPatchOf(subjects({ how: 'replace' })))).toBe(true);
    expect(isNothing(bulkPatchOf({ ...EMPTY_FORM, locks: { how: 'lock', fields: [] } }))).toBe(true);
  });

  it.each<[BulkForm, object]>([
    [plain({ publisher: set(' Everyman ') }), { publisher: 'Everyman' }],
    [plain({ publisher: { how: 'empty', text: 'x' } }), { publisher: null }],
    [plain({ series: set('Barsetshire') }), { series: [{ name: 'Barsetshire' }] }],
    [plain({ series: { how: 'empty', text: '' } }), { series: [] }],
    [plain({ language: set('English'), publishedDate: set('1969') }), { language: 'English', publishedDate: '1969' }],
    [subjects({ how: 'change', add: ['a'], remove: ['b'] }), { addSubjects: ['a'], removeSubjects: ['b'] }],
    [subjects({ how: 'replace', replace: ['a'], add: ['b'] }), { subjects: ['a'] }],
    [subjects({ how: 'empty' }), { subjects: [] }],
    [{ ...EMPTY_FORM, locks: { how: 'lock', fields: ['title', 'cover'] } }, { locks: { title: true, cover: true } }],
    [{ ...EMPTY_FORM, locks: { how: 'unlock', fields: ['title'] } }, { locks: { title: false } }],
  ])('%j', (form, patch) => {
    expect(bulkPatchOf(form)).toEqual(patch);
    expect(BulkPatch.safeParse(patch).success).toBe(true);
  });
});
