import { builtinModules } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import { readProjects } from './projects.mjs';

/** Which types of project one of each type may import. Nothing may import an app or the workflows. */
const MAY_IMPORT = {
  domain: [],
  contracts: ['domain'],
  platform: ['contracts', 'domain'],
  testing: ['platform', 'contracts', 'domain'],
  app: ['platform', 'contracts', 'domain'],
  workflow: ['contracts', 'domain'],
  // What runs in a browser: the rules, and the graph by its generated types.
  page: ['domain'],
  // The commands of developers: running the tests and recording histories need what the tests need.
  tool: ['testing', 'platform', 'contracts', 'domain'],
  tests: ['testing', 'tool', 'platform', 'contracts', 'domain'],
};

/** A scope that may import less than its type. */
const SCOPE_MAY_IMPORT = { gateway: ['platform', 'contracts'] };

/**
 * Packages that the types which run inside the workflow sandbox, or could, may import; the other types are free.
 * `specs` are the packages of their tests, where `null` is any.
 */
const PACKAGES = {
  domain: { code: [], specs: ['fast-check'] },
  contracts: { code: [], specs: ['fast-check'] },
  workflow: { code: ['@temporalio/workflow', '@temporalio/common'], specs: null },
};

const TEST_FILE = /\.(spec|e2e)\.ts$|\/e2e\//;
const ROOT_FILES = /^[^/]+\.(mjs|cjs)$/;

const rule = {
  meta: { type: 'problem', schema: [{ type: 'object' }], messages: { no: '{{ reason }}' } },
  create(context) {
    const { root, projects } = context.options[0];
    const file = relative(root, context.filename).split(sep).join('/');
    const home = homeOf(file, projects);
    const check = (node, specifier) => {
      const reason = home ? refusal({ file, home, projects, specifier }) : `${file} belongs to no project`;
      if (reason) context.report({ node, messageId: 'no', data: { reason } });
    };
    const literal = (node, source) => typeof source?.value === 'string' && check(node, source.value);
    return {
      ImportDeclaration: (node) => literal(node, node.source),
      ExportAllDeclaration: (node) => literal(node, node.source),
      ExportNamedDeclaration: (node) => literal(node, node.source),
      ImportExpression: (node) => literal(node, node.source),
      TSImportType: (node) => literal(node, node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => literal(node, node.expression),
      CallExpression: (node) => node.callee.name === 'require' && literal(node, node.arguments[0]),
    };
  },
};

/** The project a file belongs to; the root's own configuration and `tests/` count as one more. */
function homeOf(file, projects) {
  const project = projects.find(({ folder }) => file.startsWith(`${folder}/`));
  if (project) return project;
  if (file.startsWith('tests/')) return { name: null, folder: 'tests', type: 'tests', scope: 'tests' };
  return ROOT_FILES.test(file) ? { name: null, folder: '', type: 'tests', scope: 'root' } : undefined;
}

function refusal({ file, home, projects, specifier }) {
  if (specifier.startsWith('.')) return leavesProject(file, home, specifier);
  if (specifier.startsWith('@yiwang/')) return refusedProject(file, home, projects, specifier);
  return refusedPackage(file, home, specifier);
}

function leavesProject(file, { folder }, specifier) {
  const target = relative(resolve('/', folder), resolve('/', dirname(file), specifier));
  return target.startsWith('..') && `${specifier} leaves ${folder}: import other projects by their package's name`;
}

function refusedProject(file, home, projects, specifier) {
  const name = specifier.split('/').slice(0, 2).join('/');
  if (name === home.name) return false;
  const target = projects.find((project) => project.name === name);
  if (!target) return `${name} is no project of this workspace`;
  const allowed = SCOPE_MAY_IMPORT[home.scope] ?? MAY_IMPORT[home.type];
  if (allowed.includes(target.type)) return false;
  if (target.type === 'testing' && TEST_FILE.test(file)) return false;
  return `${home.folder} (type:${home.type}) may not import ${name} (type:${target.type})`;
}

function refusedPackage(file, home, specifier) {
  const allowed = PACKAGES[home.type]?.[TEST_FILE.test(file) ? 'specs' : 'code'];
  if (!allowed) return false;
  const parts = specifier.split('/');
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
  if (allowed.includes(name)) return false;
  const kind = builtinModules.includes(specifier.replace(/^node:/, '')) ? 'Node module' : 'package';
  return `${home.folder} (type:${home.type}) may not import the ${kind} ${specifier}`;
}

/** The configuration that makes every import across projects keep to the table above, computed from `nx.tags`. */
export function boundaries(root) {
  return {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs', '**/*.cjs'],
    plugins: { yiwang: { rules: { boundaries: rule } } },
    rules: { 'yiwang/boundaries': ['error', { root, projects: readProjects(root) }] },
  };
}
