/** Imports go one way: see docs/architecture.md. */
const own = (name) => `^packages/${name}/`;
const only = (name, allowed) => ({
  name: `${name}-imports`,
  comment: `${name} may import only ${allowed.join(', ') || 'nothing'} of this project`,
  severity: 'error',
  from: { path: own(name) },
  to: { path: '^packages/', pathNot: [name, ...allowed].map(own) },
});

/** Folders of core: each may import those before it. */
const stream = [
  'canonical',
  'case',
  'shown',
  'catalogue',
  'schema',
  'statistics',
  'calculator',
  'expression',
  'quantities',
  'signoff',
  'language',
  'worksheet',
  'skeleton',
  'authoring',
  'rules',
  'doubt',
  'macrosystem',
  'horizon',
  'what-if',
  'advice',
  'chain',
  'pipeline',
  'steps',
  'diff',
  'diagram',
  'figure',
  'report',
];
const downTheStream = stream.slice(0, -1).map((folder, at) => ({
  name: `down-the-stream-from-${folder}`,
  comment: `${folder} stands before ${stream.slice(at + 1).join(', ')}`,
  severity: 'error',
  from: { path: `^packages/core/src/${folder}/`, pathNot: '\\.(test|testing)\\.ts$' },
  to: { path: `^packages/core/src/(${stream.slice(at + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    only('numerics', []),
    only('engine', ['numerics']),
    only('core', ['engine', 'numerics']),
    only('evidence', ['core', 'engine']),
    only('server', ['core', 'evidence']),
    only('cli', ['core', 'evidence', 'engine', 'server']),
    only('viewer', ['core']),
    // Of numerics the page loads the larger table by itself, when a case needs it.
    only('web', ['core', 'server', 'viewer', 'numerics']),
    {
      name: 'web-knows-the-api-alone',
      comment: 'Of the server the workspace knows the types of what is said between them',
      severity: 'error',
      from: { path: '^packages/web/' },
      to: { path: '^packages/server/', pathNot: '^packages/server/src/api/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three',
      severity: 'error',
      from: { pathNot: '\\.testing\\.ts$' },
      to: { circular: true },
    },
    {
      name: 'runs-anywhere',
      comment: 'numerics, engine and core run in the browser too: nothing of Node',
      severity: 'error',
      from: { path: '^packages/(numerics|engine|core)/src', pathNot: '\\.(test|testing)\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-the-public-face',
      comment:
        'A folder is a concept; other folders of core import its index.ts. Edits of texts are a face of their own',
      severity: 'error',
      from: { path: '^packages/core/src/([^/]+)/' },
      to: {
        path: '^packages/core/src/[^/]+/',
        pathNot: [
          '^packages/core/src/$1/',
          // What changes texts has a face of its own, so that who only reads them loads none of it.
          '^packages/core/src/([^/]+|language/edit)/index\\.ts$',
          '\\.testing\\.ts$',
        ],
      },
    },
    ...downTheStream,
    {
      name: 'tests-stay-tests',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: '\\.(test|testing)\\.ts$' },
      to: { path: '\\.(test|testing)\\.ts$' },
    },
    {
      name: 'declared-dependencies',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: '\\.(test|testing)\\.ts$' },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined', 'npm-dev'],
        pathNot: '^packages/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['surety-source', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
