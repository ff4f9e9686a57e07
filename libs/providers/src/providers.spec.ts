import { PROVIDERS } from './candidate.js';
import { providers } from './providers.js';

describe('the providers', () => {
  it('stand under their own ids', () => {
    expect(Object.keys(providers)).toEqual([...PROVIDERS]);
    for (const [id, provider] of Object.entries(providers)) expect(provider.id).toBe(id);
  });

  it('have hosts that are names, and something to look for', () => {
    for (const { hosts, media, name } of Object.values(providers)) {
      for (const host of hosts) expect(host).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
      expect(media.length).toBeGreaterThan(0);
      expect(name).not.toBe('');
    }
  });
});
