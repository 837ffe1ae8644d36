import { GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';
import { AppError } from '../errors/index.js';

const expected = 'ISO 8601 with zone, e.g. 2026-11-23T16:30:00+08:00';
const WITH_ZONE = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/;

function parseInstant(value: unknown): Date {
  const instant = typeof value === 'string' && WITH_ZONE.test(value) ? new Date(value) : new Date(Number.NaN);
  if (Number.isNaN(instant.getTime())) throw new AppError('TIME_INVALID', { field: 'DateTime', expected });
  return instant;
}

/** An instant, as ISO 8601 in UTC. Stored instants may come as text from raw SQL or as Date from an entity. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, ISO 8601 with zone; answers are in UTC.',
  serialize: (value) => (value instanceof Date ? value : new Date(value as string)).toISOString(),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
});

/** Any JSON value, for documents whose shape a rule of the domain checks by itself and refuses in its own words. */
export const Json = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value; the field says which shape it expects.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
