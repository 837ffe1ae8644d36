import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS_METADATA, type Access } from './access.js';
import { needsAccess } from './resolver-metadata.js';

/** Keys under which @nestjs/graphql keeps a field's and a type's name; see `resolver-metadata.ts`. */
const NAME = 'graphql:resolver_name';
const TYPE = 'graphql:resolver_type';

/** One entry to a service's graph and who may use it. */
export interface DeclaredEntry {
  type: 'Query' | 'Mutation' | 'Subscription' | 'Reference';
  /** The root field's name, or the entity's. */
  name: string;
  access: Access | undefined;
}

/** Every entry of a running service with what its code declares, by type and name: what the matrix of rights walks. */
export function declaredEntries(discovery: DiscoveryService): DeclaredEntry[] {
  const scanner = new MetadataScanner();
  const entries = discovery
    .getProviders()
    .filter(({ metatype }) => typeof metatype === 'function' && metatype.prototype)
    .flatMap(({ metatype }) => {
      const owner = metatype as { prototype: Record<string, object> };
      return scanner
        .getAllMethodNames(owner.prototype)
        .filter((key) => needsAccess(owner.prototype[key]!))
        .map((key) => entryOf(owner, key));
    });
  return entries.toSorted((a, b) => label(a).localeCompare(label(b)));
}

function entryOf(owner: { prototype: Record<string, object> }, key: string): DeclaredEntry {
  const method = owner.prototype[key]!;
  const access = Reflect.getMetadata(ACCESS_METADATA, method) as Access | undefined;
  const type = Reflect.getMetadata(TYPE, method) as DeclaredEntry['type'] | undefined;
  if (type && type !== 'Reference') return { type, name: (Reflect.getMetadata(NAME, method) as string) ?? key, access };
  return { type: 'Reference', name: Reflect.getMetadata(NAME, owner) as string, access };
}

const label = ({ type, name }: DeclaredEntry): string => `${type}.${name}`;
