import { Injectable } from '@nestjs/common';
import { DECISIONS_ON } from '@yiwang/contracts/case-flow';
import {
  actionsOn,
  caseActionsOn,
  goesUpByReferral,
  isLastInCounty,
  mayHold,
  type CaseAction,
  type CaseSeen,
  type Holding,
  type HolderOfCase,
  type TaskAction,
} from '@yiwang/domain/paths';
import type { PathRules, PolicyRules } from '@yiwang/domain/policies';
import { acting, PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { DataSource } from 'typeorm';
import { Policies } from '../policies/policies.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { isReturnedPart, leadingOf, speakerOf, type Speaker } from './case-standing.js';
import type { CaseEntity } from './case.entity.js';

/** What the rows say of how a case stands, beside its own. */
export interface Standing {
  /** Of the task that leads it or led it last; at a desk or in the city, of that. */
  holder: HolderOfCase | null;
  /** Units that were summoned, and whether anybody was. */
  hasMeeting: boolean;
  summonedUnits: string[];
}

/** A case with how it stands, its open tasks, the newest first, and who looks at it. */
export interface Looked {
  one: CaseEntity;
  standing: Standing;
  open: readonly TaskEntity[];
  caller: Caller;
}

const STANDING = `
select c.number,
  (select jsonb_build_object('tier', t.tier, 'roles', t.roles, 'areaCode', t.area_code) from task t
    where t.case_number = c.number and t.kind in ('desk', 'handle', 'lead', 'coordinate', 'arbitrate', 'cityDesk') and coalesce(t.data->>'part', '') = ''
    order by t.opened_at desc, length(t.id) desc, t.id desc limit 1) as holder,
  (select jsonb_agg(r.data->'participants') from case_record r where r.case_number = c.number and r.kind = 'meeting') as meetings
from unnest($1::text[]) c (number)`;
const MEMBERS = 'select count(*)::int as members from case_file where merged_into = $1';

/** What somebody could do with a case and its tasks: the rows say how things stand, the rules of the domain what follows. */
@Injectable()
export class CaseActionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly positions: PositionDirectory,
    private readonly policies: Policies,
  ) {}

  /** How these cases stand, each by its number. */
  async standings(numbers: readonly string[]): Promise<Map<string, Standing>> {
    type Row = { number: string; holder: HolderOfCase | null; meetings: { unitCode?: string }[][] | null };
    const rows = await this.dataSource.query<Row[]>(STANDING, [numbers]);
    return new Map(
      rows.map(({ number, holder, meetings }) => [
        number,
        {
          holder: holder?.tier == null ? null : holder,
          hasMeeting: meetings !== null,
          summonedUnits: (meetings ?? []).flat().flatMap(({ unitCode }) => unitCode ?? []),
        },
      ]),
    );
  }

  async onCase(looked: Looked): Promise<CaseAction[]> {
    const { one, open, standing } = looked;
    const held = acting(await this.positions.positionsOf(looked.caller));
    const [members, rules] = await Promise.all([this.members(one), this.rulesOf(one)]);
    const seen = seenOf(looked);
    const as = (who: Speaker): Position | undefined => speakerOf({ held, open, areaCode: one.areaCode, subject: looked.caller.subject ?? '' }, who);
    const isAtTop = seen.path === null || (pathRules(rules, seen.path).up === 'city' && isLastInCounty(seen));
    return caseActionsOn(
      {
        ...seen,
        isAtTop,
        lead: leadOf(open),
        isAnswered: one.stage === 'verifying',
        members,
        hasMeeting: standing.hasMeeting,
        isSummoned: held.some(({ unitCode }) => unitCode !== null && standing.summonedUnits.includes(unitCode)),
      },
      { above: as('above'), leader: as('leader'), holder: as('holder'), reader: as('reader') },
    );
  }

  async onTask(task: TaskEntity, looked: Looked): Promise<TaskAction[]> {
    const { one, open, caller, standing } = looked;
    // Its kind is from before there were four paths, and reads as the lead's.
    const kind = task.kind in DECISIONS_ON ? task.kind : 'lead';
    const held = acting(await this.positions.positionsOf(caller));
    const rules = await this.rulesOf(one);
    const seen = seenOf(looked);
    const lead = leadOf(open);
    const disposer = speakerOf({ held, open, areaCode: one.areaCode, subject: caller.subject ?? '' }, 'lead');
    const leading = leadingOf(open);
    const leads = leading !== undefined && disposer !== undefined && mayHold(disposer, leading, caller.subject ?? '').ok;
    return actionsOn(
      {
        ...seen,
        conflictOfInterest: one.aboutWhom !== null,
        goesUpByReferral: seen.path !== null && goesUpByReferral(pathRules(rules, seen.path).up, one.kind),
        hasMeeting: standing.hasMeeting,
      },
      { ...task, kind, tier: task.tier ?? 'town', binding: task.data?.['binding'] === true, isReturnedPart: isReturnedPart(task) },
      holdingOf(task, held, caller),
      disposer === undefined ? undefined : { lead, held: heldBy(seen), leads, actor: disposer },
    );
  }

  /** What may be asked for: of the policy that the case began with, on the path it is on. */
  async requestLimits(one: CaseEntity): Promise<{ extension: PathRules['extension']['most']; pause: PolicyRules['pause']['mostForResident']; suspensionDays: number } | null> {
    if (one.path === null) return null;
    const rules = await this.rulesOf(one);
    return { extension: pathRules(rules, one.path).extension.most, pause: rules.pause.mostForResident, suspensionDays: rules.suspension.mostDays };
  }

  private async members({ number }: CaseEntity): Promise<number> {
    const [row] = await this.dataSource.query<{ members: number }[]>(MEMBERS, [number]);
    return row?.members ?? 0;
  }

  private rulesOf({ countyCode, policyVersion }: CaseEntity): Promise<PolicyRules> {
    return this.policies.ofVersion(countyCode, policyVersion);
  }
}

const seenOf = ({ one, open, standing }: Looked): CaseSeen => ({
  stage: one.stage,
  holder: standing.holder,
  path: open.some(({ workflowId }) => workflowId !== one.number) ? one.path : null,
  paused: one.paused,
  isReferred: one.stage === 'referred',
  isMerged: one.mergedInto !== null,
});

const pathRules = (rules: PolicyRules, path: NonNullable<CaseEntity['path']>): PathRules => rules.paths[path];

function leadOf(open: readonly TaskEntity[]): HolderOfCase | undefined {
  const leading = leadingOf(open);
  return leading === undefined ? undefined : { ...leading, tier: leading.tier ?? 'town' };
}

const heldBy = ({ isReferred, paused }: CaseSeen): 'referred' | 'suspended' | null =>
  isReferred ? 'referred' : paused === 'suspended' ? 'suspended' : null;

function holdingOf(task: TaskEntity, positions: readonly Position[], { subject }: Caller): Holding {
  if (task.holderSubject !== null && task.holderSubject === subject) return 'mine';
  if (!positions.some((one) => mayHold(one, task, subject ?? '').ok)) return 'notTheirs';
  return task.holderSubject === null ? 'nobody' : 'somebody';
}
