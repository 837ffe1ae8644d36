/** One figure of one scope, whoever counted it. */
export interface Counted {
  scope: string;
  measure: string;
  numerator: number;
  denominator: number;
}

export interface Difference {
  scope: string;
  measure: string;
  counted: string;
  recomputed: string;
}

const keyOf = ({ scope, measure }: Counted): string => `${scope} ${measure}`;
const said = (one: Counted | undefined): string => (one === undefined ? 'nothing' : `${one.numerator}/${one.denominator}`);

/** In what two counts of the same month differ, figure by figure; a figure that only one of them knows differs too. */
export function differences(counted: readonly Counted[], recomputed: readonly Counted[]): Difference[] {
  const theirs = new Map(recomputed.map((one) => [keyOf(one), one]));
  const ours = new Map(counted.map((one) => [keyOf(one), one]));
  return [...new Set([...ours.keys(), ...theirs.keys()])].sort().flatMap((key) => {
    const [mine, other] = [ours.get(key), theirs.get(key)];
    if (said(mine) === said(other)) return [];
    const { scope = '', measure = '' } = mine ?? other ?? {};
    return [{ scope, measure, counted: said(mine), recomputed: said(other) }];
  });
}
