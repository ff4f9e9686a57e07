import type { Problem } from '@octavo/contracts';
import type { Upload, UploadState } from './upload-list.js';
import { refusalWords, summaryWords, uploadWords } from './upload-words.js';

const upload = (state: UploadState, what: Partial<Upload> = {}): Upload => ({
  ...{ id: 1, name: 'Emma.epub', size: 2_000_000, sent: 0, libraryId: 'l', state },
  ...{ alreadyThere: false, book: null, problem: null },
  ...what,
});
const problem = (code: string, detail: string): Problem => ({
  ...{ type: `/problems/${code}`, title: 'T', status: 400, detail, instance: '' },
});

describe('a file on its way, in words', () => {
  it.each([
    [upload('waiting'), '2.0 MB, waiting'],
    [upload('sending', { sent: 500_000 }), '500 kB of 2.0 MB'],
    [upload('sending', { sent: 2_000_000 }), 'Sent, being put on the shelf'],
    [upload('reading'), 'Being read'],
    [upload('done'), 'Added'],
    [upload('done', { alreadyThere: true }), 'Was in the library already'],
    [upload('done', { book: { id: 'b', title: 'Emma', status: 'READY' } }), 'Added'],
    [upload('done', { book: { id: 'b', title: 'torn', status: 'PROBLEM' } }), 'Added, but cannot be read'],
    [upload('cancelled'), 'Cancelled'],
    [
      upload('failed', { problem: problem('library.unavailable', 'The folder is not there') }),
      'The folder is not there.',
    ],
    [upload('failed'), 'It was not added.'],
  ])('%j', (one, words) => {
    expect(uploadWords(one)).toBe(words);
  });

  it('says what can be done about a refusal', () => {
    expect(refusalWords(problem('library.read-only', '/books may not be written to'))).toMatch(/to\. .*mount/);
    expect(refusalWords(problem('upload.too-large', 'Too large'))).toContain('UPLOAD_LIMIT');
    expect(refusalWords(problem('session.required', 'Sign in first'))).toBe('Sign in first.');
    expect(refusalWords(problem('x', 'Was that meant?'))).toBe('Was that meant?');
  });
});

describe('all of them in a line', () => {
  it.each([
    [{ total: 12, ended: 2, done: 2, failed: 0 }, 'Adding 3 of 12'],
    [{ total: 12, ended: 12, done: 12, failed: 0 }, '12 added'],
    [{ total: 12, ended: 12, done: 10, failed: 1 }, '10 added, 1 not'],
    [{ total: 2, ended: 2, done: 0, failed: 2 }, '2 not added'],
    [{ total: 2, ended: 2, done: 0, failed: 0 }, '0 added'],
  ])('%j is “%s”', (summary, words) => {
    expect(summaryWords({ ...summary, percent: 0 })).toBe(words);
  });
});
