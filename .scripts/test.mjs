// npm test: from a fresh clone to the result of every check and test; npm test -- <args> hands the arguments to Jest.
import { isNodeNewEnough } from './node-version.mjs';

if (isNodeNewEnough()) import('./run-tests.mjs');
