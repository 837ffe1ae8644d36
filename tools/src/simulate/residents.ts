import { afterHours, AWAKE } from './rhythm.js';
import { askAs, nowOf, type Change, type Life, type Scene } from './scene.js';
import { REASONS } from './texts.js';

export const RATE = 'mutation ($input: RateCaseInput!) { rateCase(input: $input) { state } }';
export const ADD = 'mutation ($input: AddToCaseInput!) { addToCase(input: $input) { number } }';
const WITHDRAW = 'mutation ($input: WithdrawCaseArguments!) { withdrawCase(input: $input) { number } }';
const REOPEN = 'mutation ($input: ReopenCaseArguments!) { reopenCase(input: $input) { number } }';

/** Whoever reported: waits, adds, takes it back, rates or does not, and comes back. */
export class Residents {
  constructor(private readonly scene: Scene) {}

  onStarted(life: Life): void {
    const { withdrawsAfterHours, addsAfterHours } = life.matter.temper;
    if (addsAfterHours !== null)
      this.later(life, addsAfterHours, 'addToCase', ADD, () => ({ text: '补充一点情况：问题还在，请尽快。' }));
    if (withdrawsAfterHours !== null) {
      const reason = this.scene.chance.of('withdraw', life.matter.index).one(REASONS.withdraw);
      this.later(life, withdrawsAfterHours, 'withdrawCase', WITHDRAW, () => ({ reason }));
    }
  }

  /** The case is answered, and may be rated. */
  onAnswered(change: Change, life: Life): void {
    if (change.data['stage'] !== 'evaluating') return;
    const round = Number(change.data['round'] ?? 1);
    const { rates } = life.matter.temper;
    const wish = rates[Math.min(round, rates.length) - 1];
    if (!wish || !this.canSpeak(life)) return;
    const own = this.scene.chance.of('rate', life.matter.index, round);
    const comment = own.one(REASONS[wish.rating === 'dissatisfied' ? 'dissatisfied' : 'satisfied']);
    const { number, matter } = life;
    this.later(life, wish.afterHours, 'rateCase', RATE, () => ({
      ...{ rating: wish.rating, comment },
      idempotencyKey: `rate-${matter.index}-${number}-${round}-${change.cursor}`,
    }));
  }

  /** Somebody waits for the resident's word. */
  onPaused(change: Change, life: Life): void {
    const { repliesAfterHours } = life.matter.temper;
    if (change.data['why'] === 'suspended' || repliesAfterHours === null) return;
    this.later(life, repliesAfterHours, 'addToCase', ADD, () => ({ text: '材料已补充，位置就在路口东侧第二户。' }));
  }

  onClosed(change: Change, life: Life): void {
    const { reopensAfterHours } = life.matter.temper;
    const closedAs = change.data['closedAs'];
    if (life.hasReopened || reopensAfterHours === null || (closedAs !== 'rated' && closedAs !== 'notRated')) return;
    const reason = this.scene.chance.of('reopen', life.matter.index).one(REASONS.reopen);
    life.hasReopened = true;
    this.later(life, reopensAfterHours, 'reopenCase', REOPEN, () => ({ reason }));
  }

  /** With the pickup code, or as the system that passed it on; of what staff filed only the resident has the code. */
  private canSpeak({ pickupCode, matter }: Life): boolean {
    return pickupCode !== null || matter.starter.as !== 'staff';
  }

  private later(life: Life, hours: number, name: string, query: string, inputOf: () => Record<string, unknown>): void {
    if (!this.canSpeak(life)) return;
    const atMs = afterHours(AWAKE, nowOf(this.scene), hours);
    if (atMs >= this.scene.endMs) return;
    this.scene.agenda.add(atMs, async () => {
      const { as } = life.matter.starter;
      const who = as === 'public' ? null : as;
      const code = as === 'public' ? { pickupCode: life.pickupCode } : {};
      const named = name === 'rateCase' ? { caseNumber: life.number } : { number: life.number };
      const input = { ...named, ...code, ...inputOf() };
      await askAs(this.scene, who === 'staff' ? null : who, name, query, { input }).catch(() => undefined);
    });
  }
}
