// Jest cannot yet load the mix of module kinds around Nest as ES modules, so swc compiles everything it meets,
// packages included, to CommonJS (cached after the first run).
const compile = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  swcrc: false,
};

const rootDir = `${import.meta.dirname}/..`;

const project = (displayName, suffix, extra = {}) => ({
  displayName,
  rootDir,
  testEnvironment: 'node',
  resolver: '<rootDir>/.config/jest-resolver.cjs',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '^.+\\.([cm]?[jt]s)$': ['@swc/jest', compile] },
  transformIgnorePatterns: [],
  moduleNameMapper: { '^@octavo/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  roots: ['<rootDir>/apps', '<rootDir>/libs'],
  testMatch: [`**/*${suffix}.ts`],
  ...extra,
});

const servers = {
  globalSetup: '<rootDir>/.config/jest-servers.mjs',
  globalTeardown: '<rootDir>/.config/jest-servers-stop.mjs',
};

export default {
  rootDir,
  maxWorkers: 2,
  testTimeout: 300_000,
  projects: [
    project('unit', '.spec'),
    project('integration', '.int-spec', servers),
    project('end to end', '.e2e-spec', servers),
  ],
};
