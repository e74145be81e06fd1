// The one table of what may import what. A spec plants a violation of each rule and expects the refusal.

/** Left may not see right. */
const contexts = ['access', 'organisation', 'ledger', 'people', 'targets', 'reporting', 'assessment', 'overview'];
const layers = ['domain', 'persistence', 'application', 'graphql'];

const inContexts = (names) => `^apps/server/src/contexts/(${names.join('|')})/`;

const contextOrder = contexts.slice(0, -1).map((context, index) => ({
  name: `context-order-${context}`,
  comment: `${context} may not know the contexts to its right: ${contexts.slice(index + 1).join(', ')}.`,
  severity: 'error',
  from: { path: inContexts([context]), pathNot: '\\.spec\\.ts$' },
  to: { path: inContexts(contexts.slice(index + 1)) },
}));

const layerOrder = layers.slice(0, -1).map((layer, index) => ({
  name: `layer-order-${layer}`,
  comment: `Inside a context, ${layer} may not import ${layers.slice(index + 1).join(' or ')}.`,
  severity: 'error',
  from: { path: `^apps/server/src/contexts/([^/]+)/${layer}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: `^apps/server/src/contexts/$1/(${layers.slice(index + 1).join('|')})(/|\\.)` },
}));

module.exports = {
  forbidden: [
    ...contextOrder,
    ...layerOrder,
    {
      name: 'context-door',
      comment: 'Another context is used through its index.ts only.',
      severity: 'error',
      from: { path: '^apps/server/src/contexts/([^/]+)/' },
      to: { path: '^apps/server/src/contexts/([^/]+)/(?!index\\.ts$)', pathNot: '^apps/server/src/contexts/$1/' },
    },
    {
      name: 'context-door-outside',
      comment: 'Platform, the schema and the scripts use a context through its index.ts only.',
      severity: 'error',
      from: { path: '^apps/server/(src|scripts)/', pathNot: '^apps/server/src/contexts/|\\.spec\\.ts$' },
      to: { path: '^apps/server/src/contexts/[^/]+/(?!index\\.ts$)' },
    },
    {
      name: 'pure-domain',
      comment: 'A domain knows its own files, the kernel and packages/schema: no database, no GraphQL.',
      severity: 'error',
      from: { path: '^apps/server/src/contexts/([^/]+)/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^apps/server/src/contexts/$1/domain/',
          '^apps/server/src/contexts/[^/]+/index\\.ts$',
          '^apps/server/src/kernel/',
          '^packages/schema/',
          'node_modules/zod/',
          // Hashing is arithmetic: no state, no clock, no wire.
          '^(node:)?crypto$',
          'node_modules/@node-rs/argon2/',
        ],
      },
    },
    {
      name: 'kernel-knows-nothing',
      comment: 'The kernel imports nothing of ours but packages/schema.',
      severity: 'error',
      from: { path: '^apps/server/src/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(apps|packages)/', pathNot: '^apps/server/src/kernel/|^packages/schema/' },
    },
    {
      name: 'platform-below-contexts',
      comment: 'Contexts stand on the platform, never the other way round, except for the context access that it asks who calls.',
      severity: 'error',
      from: { path: '^apps/server/src/platform/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/server/src/contexts/(?!access/index\\.ts$)' },
    },
    {
      name: 'oracle-stands-alone',
      comment: 'The oracle judges the server, so it may not learn anything from it.',
      severity: 'error',
      from: { path: '^apps/server/test/properties/oracle' },
      to: { path: '^apps/server/src/' },
    },
    {
      name: 'production-free-of-tests',
      comment: 'What ships does not import specs or test support.',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '\\.(spec|e2e)\\.tsx?$|^apps/[^/]+/(test|e2e)/' },
    },
    {
      name: 'web-shared-below',
      comment: 'Web: app → features → shared.',
      severity: 'error',
      from: { path: '^apps/web/src/shared/' },
      to: { path: '^apps/web/src/(app|features)/' },
    },
    {
      name: 'web-features-below-app',
      comment: 'Web: app → features → shared.',
      severity: 'error',
      from: { path: '^apps/web/src/features/' },
      to: { path: '^apps/web/src/app/' },
    },
    {
      name: 'web-feature-door',
      comment: 'A feature uses another through its index.ts only.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/([^/]+)/(?!index\\.tsx?$)', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'apps-apart',
      comment: 'The web application and the server meet in packages/schema only; the bench may use the server.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^apps/(server|bench)/|^packages/demo/' },
    },
    {
      name: 'server-apart',
      comment: 'The server knows neither the web application nor the bench.',
      severity: 'error',
      from: { path: '^apps/server/' },
      to: { path: '^apps/(web|bench)/' },
    },
    {
      name: 'packages-import-no-app',
      comment: 'Packages are below every application.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'demo-is-loaded-by-scripts',
      comment: 'Demonstration data reaches the server through a script, never through a context.',
      severity: 'error',
      from: { path: '^apps/server/src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^packages/demo/' },
    },
    {
      name: 'no-cycle',
      comment: 'A cycle has no first file to read.',
      severity: 'error',
      from: { pathNot: '\\.gen\\.ts$|^apps/web/src/app/routes/|^apps/web/src/app/router' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'unresolvable',
      comment: 'An import that leads nowhere hides from every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|\\?)|\\?(raw|url|worker)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.turbo|\\.data)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
};
