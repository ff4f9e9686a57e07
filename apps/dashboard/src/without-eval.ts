import { z } from 'zod';

// Zod tries whether it may compile its parsers with eval as soon as a contract is made. Our Content-Security-Policy
// forbids that, and the browser would report it; so this is loaded before any contract.
z.config({ jitless: true });
