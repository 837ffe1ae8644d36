import { hotlineToken, personToken, type System } from './system.js';
import { GRID_MEMBER } from './trial-cases.js';

/** Who acts in the bench. Their tokens last minutes, and a part may take longer: each long part begins by renewing them. */
export class People {
  /** Of who accepts and answers, and of who reports and rates. */
  member = '';
  hotline = '';

  constructor(readonly system: System) {}

  /** @throws StartProblem where somebody cannot sign in. */
  async renew(): Promise<void> {
    [this.hotline, this.member] = await Promise.all([hotlineToken(this.system), personToken(this.system, GRID_MEMBER)]);
  }
}
