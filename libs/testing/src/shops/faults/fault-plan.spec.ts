import { FaultPlan } from './fault-plan.js';
import type { FaultWhen } from './fault.js';

/** Which of so many requests for a path fail: "..x" for the third of three. */
function run(when: FaultWhen, count: number, target = '/dp/1'): string {
  const plan = new FaultPlan();
  plan.add('captcha', when);
  return Array.from({ length: count }, () => (plan.next(target) ? 'x' : '.')).join('');
}

describe('a plan of faults', () => {
  it.each([
    [{}, 'xxxxxxxx'],
    [{ times: 2 }, 'xx......'],
    [{ share: 0.25 }, '...x...x'],
    [{ share: 0.5 }, '.x.x.x.x'],
    [{ share: 0.75 }, '.xxx.xxx'],
    [{ share: 0 }, '........'],
    [{ share: 0.5, times: 2 }, '.x.x....'],
    [{ paths: /^\/dp/ }, 'xxxxxxxx'],
    [{ paths: /dp/g }, 'xxxxxxxx'],
    [{ paths: /^\/s\?/ }, '........'],
  ])('with %j meets %s', (when, expected) => {
    expect(run(when, 8)).toBe(expected);
  });

  it('keeps the share over any number of requests', () => {
    for (const share of [0.01, 0.1, 1 / 3, 0.7, 0.99])
      expect(run({ share }, 1000).replaceAll('.', '')).toHaveLength(Math.floor(share * 1000 + 1e-6));
  });

  it('counts only requests that are meant', () => {
    const plan = new FaultPlan();
    plan.add('captcha', { paths: /^\/dp/, times: 1 });
    expect(['/s?k=1', '/dp/1', '/dp/2'].map((target) => plan.next(target))).toEqual([undefined, 'captcha', undefined]);
  });

  it('has several faults one after the other, and none once it is cleared', () => {
    const plan = new FaultPlan();
    plan.add({ status: 500 }, { times: 1 });
    plan.add('captcha', { times: 1 });
    plan.add('empty', {});
    expect(['/', '/', '/'].map((target) => plan.next(target))).toEqual([{ status: 500 }, 'captcha', 'empty']);
    plan.clear();
    expect(plan.next('/')).toBeUndefined();
  });

  it('spoils pictures alone where it is about pictures', () => {
    const plan = new FaultPlan();
    plan.add('gif-cover', {});
    expect(['/dp/1', '/images/I/1.jpg', '/b/id/1-L.jpg?default=false'].map((target) => plan.next(target))).toEqual([
      undefined,
      'gif-cover',
      'gif-cover',
    ]);
  });

  it('leaves open what leads through a refusal', () => {
    for (const target of [
      '/ap/signin?x',
      '/user/sign_in',
      '/account/login',
      '/black-curtain/save-eligibility/black-curtain?returnUrl=x',
    ])
      expect(run({}, 1, target)).toBe('.');
  });
});
