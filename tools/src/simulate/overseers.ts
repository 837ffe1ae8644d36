import { areaAtTier } from '@yiwang/domain/paths';
import { holdersOf } from './county.js';
import { afterHours } from './rhythm.js';
import { askAs, nowOf, type Life, type Scene } from './scene.js';
import { REASONS } from './texts.js';

const SUPERVISE = 'mutation ($input: SuperviseArguments!) { superviseCase(input: $input) { number } }';
const INSTRUCT = 'mutation ($input: InstructArguments!) { instruct(input: $input) { number } }';
const MERGE = 'mutation ($input: MergeArguments!) { mergeCase(input: $input) { number } }';
const SEPARATE = 'mutation ($input: CaseReasonArguments!) { separateCase(input: $input) { number } }';

/** Shares of the cases that come before them. */
const URGES_ON_YELLOW = 0.35;
const ORDERS_ON_YELLOW = 0.05;
const INSTRUCTS_ON_RED = 0.25;
const ESCALATES_ON_RED = 0.06;
const SEPARATES = 0.12;

/** Those who look on from above: urge, order, instruct, move up; and say which cases are the same event. */
export class Overseers {
  constructor(private readonly scene: Scene) {}

  onYellow(life: Life): void {
    const own = this.scene.chance.of('yellow', life.matter.index, life.number.length);
    const act = own.happens(ORDERS_ON_YELLOW) ? 'order' : own.happens(URGES_ON_YELLOW) ? 'urge' : null;
    if (act !== null) this.later('supervisor-sun', 1 + own.spread(2), 'superviseCase', SUPERVISE, { number: life.number, act, reason: own.one(REASONS[act]) });
  }

  onRed(life: Life): void {
    const own = this.scene.chance.of('red', life.matter.index);
    const { number, matter } = life;
    if (own.happens(INSTRUCTS_ON_RED)) {
      const leader = own.happens(0.5) ? 'leader-zhou' : this.townLeader(matter.gridCode);
      this.later(leader, 1 + own.spread(3), 'instruct', INSTRUCT, { number, text: own.one(REASONS.instruct) });
    } else if (own.happens(ESCALATES_ON_RED)) {
      this.later('supervisor-sun', 2, 'superviseCase', SUPERVISE, { number, act: 'escalate', reason: REASONS.order[0] });
    }
  }

  /** A case of an event that is being handled already: the town's clerk sees it, and is sometimes wrong. */
  onTwin(life: Life, into: Life): void {
    const own = this.scene.chance.of('twin', life.matter.index);
    const clerk = own.one(holdersOf(this.scene.county, 'townCentre', areaAtTier('town', life.matter.gridCode))).username;
    this.later(clerk, own.spread(1.5), 'mergeCase', MERGE, { number: life.number, into: into.number, reason: REASONS.merged[0] });
    if (own.happens(SEPARATES))
      this.later(clerk, 6 + own.spread(5), 'separateCase', SEPARATE, { number: life.number, reason: REASONS.separated[0] });
  }

  private townLeader(gridCode: string): string {
    return holdersOf(this.scene.county, 'leader', areaAtTier('town', gridCode)).at(-1)?.username ?? 'leader-zhou';
  }

  private later(who: string, hours: number, name: string, query: string, input: object): void {
    const atMs = afterHours(this.scene.office, nowOf(this.scene), hours);
    if (atMs < this.scene.endMs)
      this.scene.agenda.add(atMs, async () => void (await askAs(this.scene, who, name, query, { input }).catch(() => undefined)));
  }
}
