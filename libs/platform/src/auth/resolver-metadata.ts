/**
 * Keys under which @nestjs/graphql marks resolver methods; it does not export them. A spec checks that they still hold,
 * because the rule that every root field declares who may call it depends on them.
 */
const RESOLVER_TYPE_METADATA = 'graphql:resolver_type';
const RESOLVER_REFERENCE_METADATA = 'graphql:resolve_reference';
const ROOT_TYPES: readonly unknown[] = ['Query', 'Mutation', 'Subscription'];

/** Whether a resolver method is an entry to the graph: a root field or an entity reference. */
export const needsAccess = (method: object): boolean =>
  ROOT_TYPES.includes(Reflect.getMetadata(RESOLVER_TYPE_METADATA, method)) ||
  Reflect.getMetadata(RESOLVER_REFERENCE_METADATA, method) === true;
