interface Named {
  name: string;
}

export interface Back {
  taskId: string;
  at: string;
  reason: string;
  legalGround: string;
  unit?: Named | null;
  proposedUnit: Named;
  by?: { name?: string | null } | null;
}

export interface Entry {
  type: string;
  at: string;
  text?: string | null;
  actor?: { name?: string | null } | null;
}

/** One voice in whose the case is: a unit that gave it back, or a level above it. */
export interface Said {
  key: string;
  at: string;
  by: string | null;
  text: string;
  /** The return, where a unit speaks. */
  back: Back | null;
  level: 'county' | 'toCity' | 'city' | null;
}

const LEVELS: Readonly<Record<string, NonNullable<Said['level']>>> = { assigned: 'county', arbitrated: 'county', referred: 'toCity', referralReturned: 'city' };

/** All that was said about whose the case is, the oldest first. Entries without words, and of other kinds, say nothing of it. */
export function saidOf(returns: readonly Back[], timeline: readonly Entry[]): Said[] {
  const backs = returns.map((back): Said => ({ key: back.taskId, at: back.at, by: back.by?.name ?? null, text: back.reason, back, level: null }));
  const above = timeline.flatMap(({ type, at, text, actor }): Said[] => {
    const level = LEVELS[type];
    return level === undefined || !text ? [] : [{ key: `${type} ${at}`, at, by: actor?.name ?? null, text, back: null, level }];
  });
  return [...backs, ...above].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
