import {
  BreakingChangeType,
  buildASTSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  type GraphQLSchema,
} from 'graphql';

/** Whole days for which something is announced as deprecated before it may leave the graph. */
export const DEPRECATION_DAYS = 90;

/** Changes that only take away what can be announced beforehand. */
const REMOVALS: ReadonlySet<BreakingChangeType> = new Set([
  BreakingChangeType.FIELD_REMOVED,
  BreakingChangeType.ARG_REMOVED,
  BreakingChangeType.VALUE_REMOVED_FROM_ENUM,
]);
const ANNOUNCED = /^# Released (\d{4}-\d\d-\d\d)$/m;

/**
 * What a graph would break for the clients of the released one, each in a sentence; empty when nothing.
 * A field, argument or enum value may leave once the release that calls it deprecated is `DEPRECATION_DAYS` old; every
 * other breaking change is refused. @param released SDL with its day on a line of its own, as `# Released YYYY-MM-DD`.
 * @param today YYYY-MM-DD. @throws where the released graph bears no day.
 */
export function brokenPromises(released: string, current: string, today: string): string[] {
  const day = ANNOUNCED.exec(released)?.[1];
  if (day === undefined) throw new Error('The released schema says no day: it begins with "# Released YYYY-MM-DD"');
  const ageDays = Math.floor((Date.parse(today) - Date.parse(day)) / 86_400_000);
  const before = schemaOf(released);
  const announced = deprecatedIn(before);
  return findBreakingChanges(before, schemaOf(current)).flatMap(({ type, description }) => {
    if (!REMOVALS.has(type)) return [`${description} (${type})`];
    const name = announced.find((one) => description.startsWith(one.said));
    if (name === undefined) return [`${description} It was not @deprecated in the release of ${day}.`];
    if (ageDays >= DEPRECATION_DAYS) return [];
    return [`${description} It is deprecated for ${ageDays} days; ${DEPRECATION_DAYS} are promised.`];
  });
}

const schemaOf = (sdl: string): GraphQLSchema => buildASTSchema(parse(sdl), { assumeValidSDL: true });

/** Everything marked as deprecated, as graphql-js names it when it is gone. */
function deprecatedIn(schema: GraphQLSchema): { said: string }[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isEnumType(type)) {
      return type.getValues().filter(isDeprecated).map(({ name }) => ({ said: `${name} was removed from enum type ${type.name}.` }));
    }
    if (isInputObjectType(type)) return removedFields(type.name, Object.values(type.getFields()));
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const fields = Object.values(type.getFields());
    const args = fields.flatMap((field) =>
      field.args.filter(isDeprecated).map(({ name }) => ({ said: `${type.name}.${field.name} arg ${name} was removed.` })),
    );
    return [...removedFields(type.name, fields), ...args];
  });
}

const isDeprecated = ({ deprecationReason }: { deprecationReason?: string | null }): boolean => deprecationReason != null;

const removedFields = (type: string, fields: readonly { name: string; deprecationReason?: string | null }[]) =>
  fields.filter(isDeprecated).map(({ name }) => ({ said: `${type}.${name} was removed.` }));
