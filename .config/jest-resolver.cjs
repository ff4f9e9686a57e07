// Our sources import './x.js', which is what Node finds after the build; before it the file is './x.ts'.
// Packages that offer only the "import" condition are taken by it, since everything is compiled anyway.
module.exports = (request, options) => {
  const ours = /^\.{1,2}\/.*\.js$/.test(request) && !options.basedir.includes('node_modules');
  const attempts = [
    ...(ours ? [[request.replace(/\.js$/, '.ts'), options]] : []),
    [request, options],
    [request, { ...options, conditions: ['node', 'import', 'default'] }],
  ];
  let firstError;
  for (const [name, how] of attempts) {
    try {
      return options.defaultResolver(name, how);
    } catch (error) {
      firstError ??= error;
    }
  }
  throw firstError;
};
