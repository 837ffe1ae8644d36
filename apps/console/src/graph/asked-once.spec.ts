import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import * as admin from '../admin/generated/graphql.js';
import * as day from '../day/generated/graphql.js';
import * as desk from '../desk/generated/graphql.js';
import * as engine from '../engine/generated/graphql.js';
import * as interventions from '../interventions/generated/graphql.js';
import * as overview from '../overview/generated/graphql.js';
import * as stuck from '../stuck/generated/graphql.js';
import * as shared from './generated/graphql.js';

const DOCUMENTS = [admin, day, desk, engine, interventions, overview, stuck, shared].flatMap((generated) =>
  Object.values(generated).filter((one): one is typeof one & DocumentNode => (one as Partial<DocumentNode>).kind === 'Document'),
);

/** Paths of fields that a selection names itself after another field or fragment of the same selection has named them. */
function askedAgain({ definitions }: DocumentNode): string[] {
  const fragments = new Map(definitions.filter((one): one is FragmentDefinitionNode => one.kind === 'FragmentDefinition').map((one) => [one.name.value, one]));
  const keysOf = (set?: SelectionSetNode): string[] =>
    (set?.selections ?? []).flatMap((one) => (one.kind === 'Field' ? [(one.alias ?? one.name).value] : keysOf(one.kind === 'InlineFragment' ? one.selectionSet : fragments.get(one.name.value)?.selectionSet)));
  const again = (set: SelectionSetNode, path: string): string[] => {
    const seen = new Set<string>();
    return set.selections.flatMap((one) => {
      const keys = keysOf({ ...set, selections: [one] });
      const twice = one.kind === 'Field' ? keys.filter((key) => seen.has(key)).map((key) => `${path}.${key}`) : [];
      keys.forEach((key) => seen.add(key));
      const within = one.kind === 'FragmentSpread' ? undefined : one.selectionSet;
      return [...twice, ...(within ? again(within, one.kind === 'Field' ? `${path}.${keys[0]}` : path) : [])];
    });
  };
  return definitions.flatMap((one) => ('selectionSet' in one ? again(one.selectionSet, one.name?.value ?? '') : []));
}

describe('what pages ask the graph for', () => {
  it('names no field beside a fragment that has it: the gateway joins the two answers, and a list comes twice as long', () => {
    expect(DOCUMENTS.length).toBeGreaterThan(100);
    expect(DOCUMENTS.flatMap(askedAgain)).toEqual([]);
  });
});
