import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const TYPES = ['domain', 'contracts', 'platform', 'testing', 'app', 'workflow', 'page', 'tool'];

/**
 * Every workspace project with the type and scope that its package.json gives in `nx.tags`.
 * @throws when one has not exactly one of each: a project without a tag would be a project without rules.
 */
export function readProjects(root) {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const projects = workspaces.flatMap((pattern) => foldersOf(root, pattern)).map((folder) => readProject(root, folder));
  if (projects.length === 0) throw new Error('No workspace project was found: the boundaries would hold nowhere');
  return projects;
}

/** `libs/*` or a folder's own name: all that our workspaces use. */
function foldersOf(root, pattern) {
  if (!pattern.includes('*')) return [pattern];
  const parent = pattern.slice(0, -'/*'.length);
  if (`${parent}/*` !== pattern || parent.includes('*')) throw new Error(`Workspaces like ${pattern} are not understood`);
  return readdirSync(join(root, parent))
    .map((name) => `${parent}/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'package.json')));
}

function readProject(root, folder) {
  const { name, nx } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const one = (kind) => {
    const found = (nx?.tags ?? []).filter((tag) => tag.startsWith(`${kind}:`));
    if (found.length === 1) return found[0].slice(kind.length + 1);
    throw new Error(`${folder}/package.json must have exactly one "${kind}:" in nx.tags; it has ${found.length}`);
  };
  const project = { name, folder, type: one('type'), scope: one('scope') };
  if (!TYPES.includes(project.type)) throw new Error(`${folder}: no rule knows "type:${project.type}"`);
  return project;
}
