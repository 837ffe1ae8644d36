import {
  buildASTSchema, getNamedType, isCompositeType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType,
  isRequiredArgument, isRequiredInputField, isUnionType, parse,
} from 'graphql';
import type { GraphQLField, GraphQLInputType, GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql';

/** How deep answers are asked for: what an entry gives, what that holds, and what that holds in turn. */
const DEPTH = 3;

export interface Documents {
  /** `Query.case`, `Reference.Case` and so on: every entry of the schema. */
  entries: string[];
  /** The entry asked for with these arguments and every field that needs none. */
  document(entry: string, args: Record<string, unknown>): { query: string; variables: Record<string, unknown> };
  /** Arguments that the schema takes and that name nothing: enough for a refusal that does not look at them. */
  madeUp(entry: string): Record<string, unknown>;
}

/** Documents for each entry of a subgraph, made from its own schema so that a new field is asked for at once. */
export function documentsOf(sdl: string): Documents {
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  const roots = { Query: schema.getQueryType(), Mutation: schema.getMutationType(), Subscription: schema.getSubscriptionType() };
  const fields = new Map<string, GraphQLField<unknown, unknown>>();
  for (const [type, root] of Object.entries(roots)) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      if (!field.name.startsWith('_')) fields.set(`${type}.${field.name}`, field);
    }
  }
  return {
    entries: [...fields.keys()],
    document: (entry, args) => (entry.startsWith('Reference.') ? reference(schema, entry.slice(10), args) : call(fields, entry, args)),
    madeUp: (entry) =>
      Object.fromEntries((fields.get(entry)?.args ?? []).filter(isRequiredArgument).map(({ name, type }) => [name, madeUp(type)])),
  };
}

function call(fields: Map<string, GraphQLField<unknown, unknown>>, entry: string, args: Record<string, unknown>) {
  const field = fields.get(entry);
  if (!field) throw new Error(`The schema has no ${entry}`);
  const given = field.args.filter(({ name }) => args[name] !== undefined);
  const missing = field.args.filter((argument) => isRequiredArgument(argument) && args[argument.name] === undefined);
  if (missing.length > 0) throw new Error(`${entry} is called without ${missing.map(({ name }) => name).join(', ')}`);
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const kind = entry.split('.')[0]!.toLowerCase();
  const body = `${field.name}${passed && `(${passed})`}${selection(getNamedType(field.type))}`;
  return { query: `${kind}${declared && ` (${declared})`} { ${body} }`, variables: args };
}

function reference(schema: GraphQLSchema, type: string, keys: Record<string, unknown>) {
  const body = selection(schema.getType(type)!);
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} ${body} } }`;
  return { query, variables: { of: [{ __typename: type, ...keys }] } };
}

function selection(type: GraphQLNamedType, above: readonly string[] = []): string {
  if (isUnionType(type)) return ` { __typename ${type.getTypes().map((one) => `... on ${one.name}${selection(one, above)}`).join(' ')} }`;
  if (!isObjectType(type)) return '';
  return ` { __typename ${selected(type, above).join(' ')} }`;
}

const selected = (type: GraphQLObjectType, above: readonly string[]): string[] =>
  Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (field.args.some(isRequiredArgument)) return [];
    if (!isCompositeType(named)) return [field.name];
    if (above.length + 1 >= DEPTH || above.includes(named.name) || named.name === type.name) return [];
    return [`${field.name}${selection(named, [...above, type.name])}`];
  });

/** Scalars that take no text. */
const VALUES: Record<string, unknown> = { Int: 1, Float: 1, Boolean: true, DateTime: '2026-01-01T00:00:00.000Z', JSON: {} };

function madeUp(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return madeUp(type.ofType);
  if (isListType(type)) return [madeUp(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (!isInputObjectType(type)) return VALUES[type.name] ?? 'made-up';
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, madeUp(field.type)]));
}
