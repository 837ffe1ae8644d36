import { createContext, use } from 'react';

export interface Place {
  code: string;
  name: string;
}

export interface Scope {
  /** The county that is looked at: six digits. */
  county: Place;
  /** Where the reader's own word as administrator reaches: the county itself, its city, or a town in it. */
  area: Place;
}

const EMPTY = { code: '', name: '' };

export const ScopeContext = createContext<Scope>({ county: EMPTY, area: EMPTY });

/** What the administrator looks at; every page of administration is about one county. */
export const useScope = (): Scope => use(ScopeContext);
