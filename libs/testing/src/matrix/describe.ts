import { DiscoveryService } from '@nestjs/core';
import { declaredEntries } from '@yiwang/platform/auth';
import type { OperationTable } from './rows.js';
import { disagreements, documentsFor, walkOperation, walkRoles, type MatrixStand } from './walk.js';

/**
 * The matrix of a service, for its spec to show: each list holds a sentence for whatever is not as its table says, and
 * `notWalked` the operations whose places nobody walks yet, with the reason.
 */
export async function walkMatrix<Things extends { mark: string }>(table: OperationTable<Things>, stand: MatrixStand<Things>) {
  const declared = declaredEntries(stand.subgraph.app.get(DiscoveryService, { strict: false }));
  const documents = await documentsFor(stand.subgraph);
  const withoutGuard = documents.entries.filter((entry) => !declared.some(({ type, name }) => `${type}.${name}` === entry));
  const wrong: Record<string, string[]> = {};
  for (const [entry, row] of Object.entries(table)) {
    if (!declared.some(({ type, name }) => `${type}.${name}` === entry)) continue;
    await stand.renew?.(entry);
    const roles = row.args || entry.startsWith('Reference.') ? [] : await walkRoles(stand, documents, entry, row);
    const places: string[] = [];
    for (const way of row.args ? [row, ...(row.also ?? []).map((other) => ({ may: row.may, ...other }))] : []) {
      places.push(...(await walkOperation(stand, documents, entry, way)));
    }
    if (roles.length + places.length > 0) wrong[entry] = [...roles, ...places];
  }
  const notWalked = Object.entries(table).filter(([, { args }]) => !args).map(([entry, { notWalked: why }]) => `${entry}: ${why ?? 'no reason given'}`);
  return { table: disagreements(table, declared), withoutGuard, wrong, notWalked };
}
