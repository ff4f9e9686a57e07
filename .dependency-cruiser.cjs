// Which way the arrows point. The rules are keyed on folders; README.md draws them.
const CRAFTS = '^libs/(formats|converters|kobo|providers|sources)/';
const SHELLS = '^libs/(platform|embedded|database|queue|storage|outbound)/';
const NOT_TESTS = '\\.(spec|int-spec|e2e-spec)\\.ts$|/testing/|/bench/';
const FRAMEWORKS = 'node_modules/(@nestjs|@prisma|bullmq|ioredis|pg)/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Two files that need each other are one file, or hide a third.', {}, { circular: true }),
    forbid(
      'domain-stands-alone',
      'What is true about books needs no tools.',
      { path: '^libs/domain/', pathNot: NOT_TESTS },
      { pathNot: '^libs/domain/' },
    ),
    forbid(
      'contracts-on-domain',
      'A browser loads the contracts: they know the domain and zod.',
      { path: '^libs/contracts/', pathNot: NOT_TESTS },
      { pathNot: '^libs/(domain|contracts)/|node_modules/zod/' },
    ),
    forbid(
      'crafts-are-framework-free',
      'A craft is tested with a buffer and a clock: it never meets Nest, Prisma, BullMQ or our shells.',
      { path: CRAFTS, pathNot: NOT_TESTS },
      { path: `${SHELLS}|^apps/|${FRAMEWORKS}` },
    ),
    forbid(
      'crafts-are-strangers',
      'A craft knows one protocol or format. Only converters also read formats.',
      { path: '^libs/(formats|converters|kobo|providers|sources)/', pathNot: NOT_TESTS },
      { path: CRAFTS, pathNot: '^libs/$1/|^libs/formats/' },
    ),
    forbid(
      'only-converters-read-formats',
      'Whoever else needs a format is an app.',
      { path: '^libs/(kobo|providers|sources)/', pathNot: NOT_TESTS },
      { path: '^libs/formats/' },
    ),
    forbid(
      'apart-knows-no-work',
      'Whoever works in threads brings the work along.',
      { path: '^libs/apart/', pathNot: NOT_TESTS },
      { path: '^(libs|apps)/', pathNot: '^libs/(apart|domain)/' },
    ),
    forbid(
      'shells-know-no-books',
      'Infrastructure carries books without opening them.',
      { path: SHELLS, pathNot: NOT_TESTS },
      { path: `${CRAFTS}|^apps/` },
    ),
    forbid(
      'shells-in-order',
      'The queue keeps its ledger in the database; otherwise shells meet only the platform.',
      {
        path: '^libs/(platform|embedded|storage|database|outbound)/',
        pathNot: `${NOT_TESTS}|^libs/database/src/migrate/`,
      },
      { path: SHELLS, pathNot: '^libs/(platform|$1)/' },
    ),
    forbid(
      'intake-joins-the-wings',
      'Reading files into the library needs both wings, and several apps need it. Nothing below an app knows it.',
      { path: '^libs/', pathNot: `${NOT_TESTS}|^libs/intake/` },
      { path: '^libs/intake/' },
    ),
    forbid(
      'remote-joins-the-wings',
      'Opening files on users’ servers needs the protocol and what is kept of the connections. Only intake is above it.',
      { path: '^libs/', pathNot: `${NOT_TESTS}|^libs/(remote|intake)/` },
      { path: '^libs/remote/' },
    ),
    forbid('libs-below-apps', 'A library serves apps and cannot know them.', { path: '^libs/' }, { path: '^apps/' }),
    forbid(
      'apps-are-strangers',
      'Apps meet on the queue and in Postgres.',
      { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    forbid(
      'standalone-takes-doors',
      'The roof sees the doors of the rooms below it, not the rooms.',
      { path: '^apps/standalone/' },
      { path: '^apps/', pathNot: '^apps/standalone/|^apps/[^/]+/src/([^/]+\\.module|start-[^/]+)\\.ts$' },
    ),
    forbid(
      'dashboard-is-a-browser',
      'The dashboard loads contracts and domain, nothing of the server.',
      { path: '^apps/dashboard/src/' },
      { path: `^libs/(?!domain/|contracts/)|${FRAMEWORKS}` },
    ),
    forbid(
      'prisma-stays-home',
      'Only libs/database speaks Prisma; everybody else speaks to its repositories.',
      { pathNot: '^libs/database/|^prisma/' },
      { path: '^libs/database/src/generated/|node_modules/(@prisma|prisma)/' },
    ),
    forbid(
      'doors-only',
      'A library is entered by its index.',
      { path: '^(apps|libs)/([^/]+)/' },
      { path: '^libs/([^/]+)/src/.+', pathNot: '^libs/$2/|^libs/[^/]+/src/index\\.ts$|^libs/[^/]+/src/testing/' },
    ),
    forbid(
      'testing-is-for-tests',
      'Builders and stand-ins never reach production.',
      { pathNot: `${NOT_TESTS}|^libs/testing/|/(test|bench)/` },
      { path: '^libs/testing/|^libs/[^/]+/src/testing/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/generated/.*/|^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
