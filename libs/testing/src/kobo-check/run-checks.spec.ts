import { Kit } from './kit.js';
import { ModelServer } from './model/model-server.js';
import { runChecks } from './run-checks.js';

let server: ModelServer;

beforeEach(async () => {
  server = await new ModelServer().open();
});
afterEach(() => server.close());

const kit = () => new Kit({ base: server.base, hands: server.hands, write: true });

describe('a server that does everything right', () => {
  it('passes every check but those about what it does not have', async () => {
    const outcomes = await runChecks(kit());
    expect(outcomes.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(outcomes.filter(({ state }) => state === 'skipped').map(({ check }) => check.id)).toEqual([
      'initialization.forwarded',
    ]);
  });
});
