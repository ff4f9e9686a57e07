// Any Node must be able to read this file, and the ones that import it, however old: hence no newer syntax in them.
var OLDEST = [20, 19];

/** True when this Node can run the other scripts; else says so in one line and makes the exit code 1. */
export function isNodeNewEnough() {
  var parts = process.versions.node.split('.').map(Number);
  if (parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1])) return true;
  console.error(
    'Octavo needs Node.js ' + OLDEST.join('.') + ' or newer; this is ' + process.version + ' (nodejs.org has it)',
  );
  process.exitCode = 1;
  return false;
}
