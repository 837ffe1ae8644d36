import { AsyncLocalStorage } from 'node:async_hooks';
import { readsByArea } from '@yiwang/domain/paths';
import type { Caller, Position } from '../auth/caller.js';

/**
 * For whom statements are sent to PostgreSQL. Row-level security looks at nothing else, so whatever is sent for nobody
 * finds no protected row and writes none.
 */
export interface RowScope {
  /** What runs without a caller and why it may, such as `relay`; each policy names those that it lets through. */
  readonly system: string | null;
  /** Keycloak's `sub`. */
  readonly subject: string | null;
  /** Roles of the token, for policies that open a table of settings to an office. */
  readonly roles: readonly string[];
  /** Areas of all positions in force; and those of positions whose holders read by area. */
  readonly areas: readonly string[];
  readonly reading: readonly string[];
  readonly units: readonly string[];
  /** All that the caller is, in the form that `is_concerned` takes. */
  readonly positions: readonly { role: string; area: string; unit: string | null }[];
  /** Keys of single rows that were opened to this request by other means, such as a pickup code. */
  readonly granted: readonly string[];
}

export const NOBODY: RowScope = {
  ...{ system: null, subject: null, roles: [], areas: [], reading: [], units: [], positions: [], granted: [] },
};

/** What a verified caller reaches by their positions in force. */
export function scopeOf(caller: Pick<Caller, 'subject' | 'roles'>, positions: readonly Position[]): RowScope {
  const distinct = (values: readonly (string | null)[]): string[] =>
    [...new Set(values.filter((value) => value !== null))].toSorted();
  return {
    system: null,
    subject: caller.subject,
    roles: caller.roles,
    areas: distinct(positions.map(({ areaCode }) => areaCode)),
    reading: distinct(positions.filter(({ role }) => readsByArea(role)).map(({ areaCode }) => areaCode)),
    units: distinct(positions.map(({ unitCode }) => unitCode)),
    positions: positions.map(({ role, areaCode, unitCode }) => ({ role, area: areaCode, unit: unitCode })),
    granted: [],
  };
}

interface Holder {
  scope: RowScope;
}

const holders = new AsyncLocalStorage<Holder>();
const settings = new WeakMap<RowScope, string>();
let ofProcess: RowScope = NOBODY;

export const currentScope = (): RowScope => holders.getStore()?.scope ?? ofProcess;

/** Runs work for somebody else than before; what it starts and awaits is for them too. */
export const withScope = <T>(scope: RowScope, work: () => T): T => holders.run({ scope }, work);

/**
 * Runs work of the service itself, under the name that policies know.
 * Only where code has decided itself what may be seen and done: a filter that is forgotten inside is not made up for.
 */
export const asSystem = <T>(name: string, work: () => T): T => withScope({ ...NOBODY, system: name }, work);

/** Opens single rows to the work on top of what its caller reaches, after code has checked that they may be. */
export const granting = <T>(keys: readonly string[], work: () => T): T => {
  const scope = currentScope();
  return withScope({ ...scope, granted: [...scope.granted, ...keys] }, work);
};

/** The same for the rest of what runs for the caller, such as the fields of an answer: nothing to be wrapped around it. */
export function grantFromHere(keys: readonly string[]): void {
  const holder = holders.getStore();
  if (!holder) return;
  const granted = [...new Set([...holder.scope.granted, ...keys])];
  if (granted.length > holder.scope.granted.length) holder.scope = { ...holder.scope, granted };
}

/** For a program without callers, such as a worker: everything it does is under this name unless something else is said. */
export function setProcessScope(name: string): void {
  ofProcess = { ...NOBODY, system: name };
}

/** Runs a request for nobody until `decideRequestScope` has said for whom it is. */
export const beginRequest = (work: () => void): void => holders.run({ scope: NOBODY }, work);

export function decideRequestScope(scope: RowScope): void {
  const holder = holders.getStore();
  if (holder) holder.scope = scope;
}

/** Every step of a stream for the scope it began with: whoever asks for the next one has none. */
export function scopedStream<T>(scope: RowScope, stream: AsyncGenerator<T>): AsyncGenerator<T> {
  return {
    next: () => withScope(scope, () => stream.next()),
    return: (value) => withScope(scope, () => stream.return(value)),
    throw: (error) => withScope(scope, () => stream.throw(error)),
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: () => withScope(scope, async () => void (await stream.return(undefined))),
  };
}

/** The scope as the setting `yiwang.scope` says it to PostgreSQL. */
export function settingOf(scope: RowScope): string {
  const known = settings.get(scope);
  if (known !== undefined) return known;
  const setting = scope === NOBODY ? '' : JSON.stringify(scope);
  settings.set(scope, setting);
  return setting;
}
