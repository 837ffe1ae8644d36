import { moment } from '../words/dates.js';
import { language, words } from '../words/language.js';
import type { TimelineEntry } from './case.js';
import { whatHappened, whoOf } from './what-happened.js';

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
              {moment(entry.at, language(), Date.now())} · {whoOf(entry, text)}
            </p>
            <p>
              <b>{whatHappened(entry, text)}</b>
            </p>
            {entry.text && <p class="said">{entry.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
