import { importBody, importComplaints } from './import-words.js';

const problem = (code: string, detail: string) => ({
  ...{ type: `/problems/${code}`, title: 'A title', status: 422, detail, instance: '' },
});
const fields = (values: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};
const file = { authFile: '{}', encoding: 'text' } as const;

describe('what is sent of an import', () => {
  it('is the file, with what was given beside it', () => {
    expect(importBody(file, fields({}))).toEqual(file);
    expect(importBody(file, fields({ password: '', country: '' }))).toEqual(file);
    expect(importBody(file, fields({ password: ' p ', country: 'de' }))).toEqual({
      ...file,
      password: ' p ',
      country: 'de',
    });
  });
});

describe('what is wrong with an import', () => {
  const locked = problem('audible.auth-file-locked', 'The password does not open it.');

  it('stands at the field that is asked for', () => {
    expect(importComplaints(locked, ['password'])).toEqual({ password: locked.detail });
    const noCountry = problem('audible.auth-file-unusable', 'It does not tell its country.');
    expect(importComplaints(noCountry, ['country', 'password'])).toEqual({ country: noCountry.detail });
  });

  it('stands at the file where it holds nothing of use', () => {
    const unusable = problem('audible.auth-file-unusable', 'It holds no credentials.');
    expect(importComplaints(unusable, ['password'])).toEqual({ file: unusable.detail });
  });

  it('is about the whole otherwise, or nothing', () => {
    const exists = problem('audible.exists', 'This account is connected already.');
    expect(importComplaints(exists, [])).toEqual({ general: exists });
    expect(importComplaints(undefined, ['password'])).toEqual({});
  });
});
