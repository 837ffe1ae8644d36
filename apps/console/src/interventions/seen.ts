import type { InterventionsSeenQuery } from './generated/graphql.js';

export type Seen = InterventionsSeenQuery['interventions']['items'][number];

export const STATE_COLOUR: Record<Seen['state'], string> = { waiting: 'gold', running: 'blue', paused: 'orange', done: 'green', cancelled: 'default', lapsed: 'default', notStarted: 'red' };

/** How many have their result. */
export const settled = ({ total, counts }: Pick<Seen, 'total' | 'counts'>): number => total - counts.waiting;
export const share = (one: Pick<Seen, 'total' | 'counts'>): number => (one.total === 0 ? 0 : Math.round((100 * settled(one)) / one.total));
