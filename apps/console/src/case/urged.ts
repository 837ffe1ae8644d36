interface Entry {
  type: string;
  at: string;
  /** Facts of the event as JSON. */
  data: string;
}

export interface Urged {
  times: number;
  /** Of the latest. */
  at: string;
}

/**
 * How often a case was urged from above, and when last; null where it never was. Moving it up stands in the timeline under the
 * same type, and is no urging; what residents urge has a type of its own.
 */
export function urgedOf(timeline: readonly Entry[]): Urged | null {
  const urgings = timeline.filter(({ type, data }) => type === 'urged' && (JSON.parse(data || '{}') as { act?: string } | null)?.act !== 'escalate');
  const at = urgings.map((one) => one.at).sort().at(-1);
  return at === undefined ? null : { times: urgings.length, at };
}
