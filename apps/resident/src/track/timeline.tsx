import { moment } from '../words/dates.js';
import { language, words, wordOf } from '../words/language.js';
import type { TimelineEntry } from './case.js';

/** What happened, the newest first, in people's words. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const text = words();
  return (
    <section class="card">
      <h2>{text.track.timeline}</h2>
      <ol class="timeline">
        {[...entries].reverse().map((entry) => (
          <li key={entry.cursor}>
            <p class="hint">
              {moment(entry.at, language(), Date.now())} · {whoOf(entry)}
            </p>
            <p>
              <b>{wordOf(text.event, entry.type, text.something)}</b>
            </p>
            {entry.text && <p class="said">{entry.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function whoOf({ actorKind, actorRole }: TimelineEntry): string {
  const { role, actor } = words();
  return wordOf(role, actorRole) || wordOf(actor, actorKind, actor.system);
}
