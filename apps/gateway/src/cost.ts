import {
  GraphQLInterfaceType,
  GraphQLObjectType,
  Kind,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

type Variables = Record<string, unknown>;

export type CostEstimate = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Variables,
) => number;

interface ListSize {
  assumed: number;
  slicedBy: string[];
}

/** How many objects a list is taken to hold when nothing says so. */
const USUAL_LIST_SIZE = 10;
const USUAL_SLICING = ['first', 'last', 'limit'];
/** Where the count would go on for ever it stops; any limit is far below. */
const TOO_MUCH = 1e9;

/**
 * Estimates how many objects an operation's answer holds: every object counts one, times the size of every list above
 * it. A size is the value of a slicing argument (also when a variable or its default gives it), else what `@listSize`
 * of the schema assumes, else ten. graphql-armor's cost limit knows neither list types nor variables.
 */
export function costEstimator(supergraph: string): CostEstimate {
  const sizes = declaredListSizes(supergraph);
  return (schema, document, operationName, variables) => {
    const operation = document.definitions.find(
      (definition) =>
        definition.kind === Kind.OPERATION_DEFINITION && (!operationName || definition.name?.value === operationName),
    );
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return 0;
    const fragments = new Map(
      document.definitions
        .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
    const walk = new CostWalk(schema, fragments, variables, sizes);
    return Math.min(walk.selection(operation.selectionSet, schema.getRootType(operation.operation)), TOO_MUCH);
  };
}

class CostWalk {
  private readonly byFragment = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Map<string, FragmentDefinitionNode>,
    private readonly variables: Variables,
    private readonly sizes: Map<string, ListSize>,
  ) {}

  /** @param sliced whether a slicing argument of the field above already counted the lists right below it. */
  selection(set: SelectionSetNode, type: GraphQLNamedType | null | undefined, sliced = false): number {
    let cost = 0;
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) cost += this.field(node, type, sliced);
      else if (node.kind === Kind.FRAGMENT_SPREAD) cost += this.fragment(node.name.value, sliced);
      else {
        const narrowed = node.typeCondition ? this.schema.getType(node.typeCondition.name.value) : type;
        cost += this.selection(node.selectionSet, narrowed, sliced);
      }
      if (cost > TOO_MUCH) return TOO_MUCH;
    }
    return cost;
  }

  private field(node: FieldNode, parent: GraphQLNamedType | null | undefined, sliced: boolean): number {
    if (!(parent instanceof GraphQLObjectType || parent instanceof GraphQLInterfaceType)) return 0;
    const field = parent.getFields()[node.name.value];
    if (!field || !node.selectionSet || !isCompositeType(getNamedType(field.type))) return 0;
    const declared = this.sizes.get(`${parent.name}.${field.name}`);
    const asked = this.slicedTo(node, field, declared?.slicedBy ?? USUAL_SLICING);
    const isList = isListType(getNullableType(field.type));
    const size = asked ?? declared?.assumed ?? (isList && !sliced ? USUAL_LIST_SIZE : 1);
    return size * (1 + this.selection(node.selectionSet, getNamedType(field.type), !isList && size > 1));
  }

  private fragment(name: string, sliced: boolean): number {
    const key = `${name} ${sliced}`;
    const known = this.byFragment.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return 0;
    this.byFragment.set(key, 0);
    const cost = this.selection(fragment.selectionSet, this.schema.getType(fragment.typeCondition.name.value), sliced);
    this.byFragment.set(key, cost);
    return cost;
  }

  /** The size asked for: by a slicing argument that is given, else by its default. */
  private slicedTo(node: FieldNode, field: GraphQLField<unknown, unknown>, slicedBy: string[]): number | undefined {
    for (const { name, defaultValue } of field.args) {
      if (!slicedBy.includes(name)) continue;
      const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
      const given = value === undefined ? defaultValue : valueFromASTUntyped(value, this.variables);
      if (typeof given === 'number' && given >= 0) return given;
    }
    return undefined;
  }
}

function declaredListSizes(supergraph: string): Map<string, ListSize> {
  const sizes = new Map<string, ListSize>();
  for (const type of parse(supergraph, { noLocation: true }).definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const directive = field.directives?.find(({ name }) => name.value === 'listSize');
      if (directive) sizes.set(`${type.name.value}.${field.name.value}`, listSizeOf(directive));
    }
  }
  return sizes;
}

function listSizeOf(directive: ConstDirectiveNode): ListSize {
  const value = (name: string) => directive.arguments?.find((argument) => argument.name.value === name)?.value;
  const assumed = value('assumedSize');
  const slicedBy = value('slicingArguments');
  return {
    assumed: assumed?.kind === Kind.INT ? Number(assumed.value) : USUAL_LIST_SIZE,
    slicedBy:
      slicedBy?.kind === Kind.LIST
        ? slicedBy.values.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []))
        : USUAL_SLICING,
  };
}
