import { ownPath } from '../kit/graph.js';
import { moment, remaining } from '../words/dates.js';
import { fill, language, words, wordOf } from '../words/language.js';
import { placeNames } from '../words/places.js';
import { Acts } from './acts.js';
import { lastAnswer, leadOf, type Access, type TrackedCase } from './case.js';
import { nodesOf } from './nodes.js';
import { RateForm } from './rate-form.js';
import { ReadAloud } from './read-aloud.js';
import { Timeline } from './timeline.js';
import { urgingOf } from './possible-acts.js';

interface Seen {
  one: TrackedCase;
  access: Access;
  readAt: string;
  onChanged: () => Promise<void>;
}

/** Where nothing more is promised, a deadline would only confuse. */
const OVER = ['closed', 'withdrawn', 'notAccepted', 'terminated'];

export function CaseView({ one, access, readAt, onChanged }: Seen) {
  const text = words();
  const stage = one.closedAs === 'terminated' ? 'terminated' : one.stage;
  const { now, next, stage: called } = saidOf(stage);
  const answer = lastAnswer(one.timeline);
  const toRead = fill(text.read, {
    tail: [...one.number.slice(-4)].join(' '),
    stage: called,
    now: [now, answer?.text ? `${text.track.answer}：${answer.text}` : ''].join(' '),
    holder: OVER.includes(stage) ? '' : `${text.track.holder}：${holderOf(one)}。`,
    next,
    deadline: OVER.includes(stage) ? '' : (one.deadlineExplained ?? ''),
  });
  return (
    <>
      <div class="heading">
        <div>
          <h1>{text.track.title}</h1>
          <p class="hint number">{one.number}</p>
        </div>
        <ReadAloud text={toRead} />
      </div>
      <section class={`card now is-${stage}`}>
        <p class="stage">{called}</p>
        <p class="lead">{now}</p>
        {one.paused && <p class="note">{fill(wordOf(text.track.paused, one.paused), { date: one.reviewAt ? moment(one.reviewAt, language(), Date.now()) : '' })}</p>}
        {one.mergedInto && <p class="note">{fill(text.track.merged, { number: one.mergedInto })}</p>}
        {one.publicTitle && <p class="note is-good">{fill(text.track.shared, { n: one.sameHere ?? 0 })}</p>}
        <Facts one={one} next={next} />
        <Nodes stage={stage} />
      </section>
      {answer?.text && (
        <section class="card">
          <h2>{text.track.answer}</h2>
          <p class="said">{answer.text}</p>
          <p class="hint">{moment(answer.at, language(), Date.now())}</p>
        </section>
      )}
      {one.stage === 'evaluating' && <RateForm access={access} onRated={onChanged} />}
      {!OVER.includes(stage) && <Deadline one={one} />}
      <Reported one={one} />
      <Acts one={one} access={access} onChanged={onChanged} />
      <Timeline entries={one.timeline} />
      <p class="foot">
        <span>{readAt && fill(text.track.updated, { time: moment(readAt, language(), Date.now()) })}</span>
        <button type="button" class="link" onClick={() => void onChanged()}>
          {text.track.refresh}
        </button>
        <a href="/t/">{text.track.otherCase}</a>
      </p>
    </>
  );
}

/** What a stage is called, what it means, and what comes; a case that was ended from outside has words of its own. */
function saidOf(stage: string): { stage: string; now: string; next: string } {
  const text = words();
  if (stage === 'terminated') return text.terminated;
  return { stage: wordOf(text.stage, stage, stage), now: wordOf(text.stageNow, stage), next: wordOf(text.stageNext, stage) };
}

function holderOf({ timeline }: TrackedCase): string {
  const text = words();
  const { holder, roles, tier } = leadOf(timeline);
  const level = wordOf(text.tier, tier);
  const atLevel = (who: string): string => (level ? `${who}（${level}）` : who);
  const holding = wordOf(text.role, holder);
  if (holding) return atLevel(holding);
  const awaited = roles.map((role) => wordOf(text.role, role)).filter(Boolean);
  return awaited.length > 0 ? fill(text.track.nobody, { who: atLevel(awaited.join('、')) }) : text.track.nobodyYet;
}

function Facts({ one, next }: { one: TrackedCase; next: string }) {
  const text = words();
  const isOver = OVER.includes(one.stage);
  return (
    <dl class="facts">
      {!isOver && <Fact name={text.track.holder} value={[holderOf(one), wordOf(text.path, one.path)].filter(Boolean).join(' · ')} />}
      <Fact name={text.track.next} value={next} />
      {one.round > 1 && <Fact name={text.track.title} value={fill(text.track.round, { n: one.round })} />}
      {one.rating && <Fact name={text.rate.title} value={wordOf(text.rate, one.rating)} />}
    </dl>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function Nodes({ stage }: { stage: string }) {
  const text = words();
  return (
    <ol class="nodes" aria-label={text.track.title}>
      {nodesOf(stage).map((node) => (
        <li key={node.stage} class={`is-${node.state}`} aria-current={node.state === 'now' ? 'step' : undefined}>
          {saidOf(node.stage).stage}
        </li>
      ))}
    </ol>
  );
}

function Deadline({ one }: { one: TrackedCase }) {
  const { track } = words();
  const now = Date.now();
  const { late, days, hours } = remaining(one.resolutionDueAt, now);
  const sentence = (late ? track.late : track.left)[days === 0 ? 'h' : hours === 0 ? 'd' : 'dh'];
  const { opensAt, isLately } = urgingOf(one, now);
  const hasMoved = one.firstDueAt !== one.resolutionDueAt;
  return (
    <section class="card">
      <h2>{track.deadline}</h2>
      <p class="due">
        <b>{moment(one.resolutionDueAt, language(), now)}</b>
        {one.stage !== 'evaluating' && !one.paused && <span class={late ? 'tag is-late' : 'tag'}>{fill(sentence, { d: days, h: hours })}</span>}
      </p>
      {hasMoved && (
        <p class="hint">
          {track.moved} · {track.firstPromise} {moment(one.firstDueAt, language(), now)}
        </p>
      )}
      {one.deadlineExplained && <p class="said">{one.deadlineExplained}</p>}
      {one.provisional && <p class="hint">{track.provisional}</p>}
      {opensAt && <p class="hint">{fill(isLately ? track.urgedLately : track.urgeLater, { time: moment(opensAt, language(), now) })}</p>}
    </section>
  );
}

function Reported({ one }: { one: TrackedCase }) {
  const text = words();
  return (
    <section class="card">
      <h2>{text.track.report}</h2>
      <p class="said">{one.text}</p>
      <ul class="pictures">
        {one.attachments.filter(({ kind }) => kind === 'image').map(({ id, url }) => (
          <li key={id}>
            <a href={ownPath(url)} target="_blank" rel="noreferrer">
              <img loading="lazy" src={ownPath(url)} alt={text.track.openPicture} />
            </a>
          </li>
        ))}
      </ul>
      {one.attachments.filter(({ kind }) => kind === 'voice').map(({ id, url }) => (
        <audio key={id} controls preload="none" src={ownPath(url)} aria-label={text.voice.recorded} />
      ))}
      <dl class="facts">
        <Fact name={text.track.place} value={[placeNames(one.area).join(''), one.placeText].filter(Boolean).join(' · ')} />
        <Fact name={text.track.kind} value={wordOf(text.kind, one.kind)} />
        <Fact name={text.track.received} value={moment(one.receivedAt, language(), Date.now())} />
      </dl>
    </section>
  );
}
