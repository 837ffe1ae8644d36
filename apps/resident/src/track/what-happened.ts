import { fill, wordOf } from '../words/language.js';
import type { Words } from '../words/zh.js';
import type { TimelineEntry } from './case.js';

/** By whom, as residents call them: their office, never their name. */
export const whoOf = ({ actorKind, actorRole }: Pick<TimelineEntry, 'actorKind' | 'actorRole'>, { role, actor }: Words): string =>
  wordOf(role, actorRole) || wordOf(actor, actorKind, actor.system);

/** An entry in words, as exact as what it says of itself: to whom the case was given, that work has begun, who returned it. */
export function whatHappened(entry: TimelineEntry, text: Words): string {
  const { type, data } = entry;
  const { stage, roles } = factsOf(data);
  if (type === 'accepted' && stage === 'handling') return text.happened.begun;
  const given = Array.isArray(roles) ? roles.map((role) => wordOf(text.role, String(role))).filter(Boolean) : [];
  if (type === 'taskOpened' && given.length > 0) return fill(text.happened.givenTo, { who: given.join(text.happened.and) });
  return fill(wordOf(text.event, type, text.something), { who: whoOf(entry, text) });
}

function factsOf(data: string): { stage?: unknown; roles?: unknown } {
  try {
    return (JSON.parse(data) ?? {}) as object;
  } catch {
    return {};
  }
}
