import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS_METADATA } from './access.js';
import { needsAccess } from './resolver-metadata.js';

/** Every entry to the graph that declares nobody who may use it, as `Class.method`. */
export function undeclaredEntries(discovery: DiscoveryService): string[] {
  const scanner = new MetadataScanner();
  return discovery
    .getProviders()
    .filter(({ metatype }) => typeof metatype === 'function' && metatype.prototype)
    .flatMap(({ metatype }) => {
      const { name, prototype } = metatype as { name: string; prototype: Record<string, unknown> };
      return scanner
        .getAllMethodNames(prototype)
        .map((method) => ({ label: `${name}.${method}`, method: prototype[method] as object }))
        .filter(({ method }) => needsAccess(method) && Reflect.getMetadata(ACCESS_METADATA, method) === undefined)
        .map(({ label }) => label);
    });
}

/** A service with an undeclared entry does not start. */
@Injectable()
export class AccessCheck implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const undeclared = undeclaredEntries(this.discovery);
    if (undeclared.length > 0) throw new Error(`No role declared for: ${undeclared.join(', ')}`);
  }
}
