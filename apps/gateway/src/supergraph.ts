import { readFile } from 'node:fs/promises';
import { Kind, parse, type ConstDirectiveNode } from 'graphql';
import type { GatewayConfig } from './config.js';

/** Committed, and composed anew by `npm run schema`. */
const SUPERGRAPH_FILE = new URL('../supergraph.graphql', import.meta.url);

export const readSupergraph = (): Promise<string> => readFile(SUPERGRAPH_FILE, 'utf8');

/** Where each subgraph answers; the addresses inside the supergraph are placeholders. */
export const subgraphUrls = (config: GatewayConfig): Record<string, string> => ({
  identity: config.IDENTITY_URL,
  departments: config.DEPARTMENTS_URL,
  grids: config.GRIDS_URL,
  cases: config.CASES_URL,
  evaluations: config.EVALUATIONS_URL,
});

/** @throws when the supergraph has a subgraph whose address nobody gave. */
export function requireUrls(supergraph: string, urls: Record<string, string>): void {
  const missing = subgraphNames(supergraph).filter((name) => urls[name] === undefined);
  if (missing.length > 0) throw new Error(`No address is set for: ${missing.join(', ')}`);
}

function subgraphNames(supergraph: string): string[] {
  const graphs = parse(supergraph, { noLocation: true }).definitions.find(
    (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) throw new Error('The supergraph lists no subgraphs');
  return (graphs.values ?? []).flatMap(({ directives }) => (directives ?? []).map(nameArgument));
}

function nameArgument(directive: ConstDirectiveNode): string {
  const value = directive.arguments?.find(({ name }) => name.value === 'name')?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}
