import { NewAudibleSignIn } from '@octavo/contracts';
import { signInForm } from './sign-in-form.js';

const ID = '7f3c1f64-5f0e-4a57-9f0c-0d3b7a1c2e4d';

describe('how a sign-in begins', () => {
  it.each([
    [undefined, { marketplace: 'de' }, { marketplace: 'de', withUsername: false }],
    [undefined, { marketplace: 'uk', withUsername: 'on' }, { marketplace: 'uk', withUsername: true }],
    [ID, { marketplace: 'de' }, { marketplace: 'de', withUsername: false, accountId: ID }],
  ])('for %s with %j is %j', (accountId, fields, sent) => {
    expect(signInForm(accountId).parse(fields)).toEqual(sent);
    expect(NewAudibleSignIn.parse(sent)).toEqual(sent);
  });

  it('is nothing without a marketplace', () => {
    expect(signInForm().safeParse({ marketplace: ' ' }).success).toBe(false);
    expect(signInForm().safeParse({}).success).toBe(false);
  });
});
