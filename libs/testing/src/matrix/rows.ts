import { ROLES, STAFF_ROLES, type Role } from '@yiwang/contracts/roles';

/** Where a thing lies, seen from whoever asks: their own place, another town of their county, or another county. */
export const PLACES = ['own', 'neighbour', 'elsewhere'] as const;
export type Place = (typeof PLACES)[number];

/** Whoever asks: each role, or nobody in particular. */
export const CALLERS = [...ROLES, 'anonymous'] as const;
export type MatrixCaller = (typeof CALLERS)[number];

/** What bounds an operation, each with how far a caller of it reaches. */
export const BOUNDS = {
  /** The same for everybody, everywhere: what is published. */
  public: ['own', 'neighbour', 'elsewhere'],
  /** The whole county of the caller, and no other. */
  county: ['own', 'neighbour'],
  /** What lies in the caller's area or below; those of the county reach all of it. */
  area: ['own'],
  /** What the caller's own unit has. */
  unit: ['own'],
  /** What is the caller's own; a thing of somebody else is out of reach wherever it lies. */
  person: [],
  /** A secret that the call carries, such as a pickup code, opens the thing: not where somebody is. */
  secret: [],
} as const satisfies Record<string, readonly Place[]>;
export type Bound = keyof typeof BOUNDS;

/** Whose area is the whole county. */
const OF_THE_COUNTY: readonly MatrixCaller[] = ['countyCentre', 'supervisor', 'leader', 'administrator', 'externalSystem'];

export interface OperationRow<Things> {
  /** Who may call it. */
  may: 'public' | readonly Role[];
  bound: Bound;
  /** Why it is bounded otherwise than it looks, or what its answer means. */
  because?: string;
  /**
   * How to call it about things of one place; without it only roles are walked, and `notWalked` says why. Asked before
   * every call, so that what a call uses up can be made here, for whoever calls where it has to be theirs.
   */
  args?(things: Things, caller: { subject: string; name: MatrixCaller }): Record<string, unknown> | Promise<Record<string, unknown>>;
  /** Why its places are not walked here. */
  notWalked?: string;
  /** What of the things the answer shows where they are reached; `null`: it shows nothing of them. The things' mark, where left out. */
  shows?: null | ((things: Things) => string);
  /** Refusals by state, with words of the rule: whoever gets one was not refused for their role or place. */
  refusals?: readonly string[];
  /** Why a change is not on the audit trail; everything else is. */
  unaudited?: string;
  /** Callers that reach otherwise than the bound says. */
  reach?: Partial<Record<MatrixCaller, readonly Place[]>>;
  /** Other ways of calling it, walked too: with a code instead of by one's post, or with a filter. */
  also?: readonly Omit<OperationRow<Things>, 'may' | 'also' | 'notWalked'>[];
}

/** All operations of a service, by `Query.name`, `Mutation.name`, `Subscription.name` or `Reference.Type`. */
export type OperationTable<Things> = Record<string, OperationRow<Things>>;

export const staffAnd = (...more: Role[]): readonly Role[] => [...STAFF_ROLES, ...more];
export const STAFF = staffAnd();
export const SIGNED_IN: readonly Role[] = ROLES.filter((role) => role !== 'service');

export const mayCall = <T>(row: OperationRow<T>, caller: MatrixCaller): boolean =>
  row.may === 'public' || (caller !== 'anonymous' && row.may.includes(caller));

/** Where a caller's call is expected to reach a thing. */
export function reachOf<T>(row: OperationRow<T>, caller: MatrixCaller): readonly Place[] {
  if (!mayCall(row, caller)) return [];
  if (row.reach?.[caller]) return row.reach[caller];
  if (row.bound === 'area' && OF_THE_COUNTY.includes(caller)) return BOUNDS.county;
  return BOUNDS[row.bound];
}
