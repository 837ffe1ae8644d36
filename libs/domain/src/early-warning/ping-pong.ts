/** A return: who gave the case back, and whose they say it is. */
export interface Returned {
  /** A UTC instant. */
  at: string;
  /** None where a person without a unit did. */
  from: string | null;
  to: string;
}

export interface PingPongWarning {
  kind: 'pingPong';
  returns: readonly Returned[];
  /** Units that named each other. */
  between: readonly [string, string] | null;
}

const RETURNS_TOLD = 2;

/** Whether an open case is passed back and forth. `returns`: since the county last decided bindingly, in any order. */
export function pingPongWarning(returns: readonly Returned[]): PingPongWarning | null {
  const ordered = returns.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const last = ordered.at(-1);
  if (last === undefined || ordered.length < RETURNS_TOLD) return null;
  const back = ordered.find(({ from, to }) => from !== null && from === last.to && to === last.from);
  return { kind: 'pingPong', returns: ordered, between: back && last.from !== null ? [last.from, last.to] : null };
}
