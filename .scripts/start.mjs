// npm start: from a fresh clone to a running Octavo.
import { isNodeNewEnough } from './node-version.mjs';

if (isNodeNewEnough()) import('./start-octavo.mjs');
