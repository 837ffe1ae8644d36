import type { ServiceSchema } from '@yiwang/platform/database';
import { CaseEntity } from './case/case.entity.js';
import { CreateCases1763900000000 } from './migrations/1763900000000-create-cases.js';
import { CreateFoundations1763900000001 } from './migrations/1763900000001-create-foundations.js';
import { CreateWorkingCalendar1764000000000 } from './migrations/1764000000000-create-working-calendar.js';
import { FourPaths1764000001000 } from './migrations/1764000001000-four-paths.js';
import { PoliciesAsVersions1764000002000 } from './migrations/1764000002000-policies-as-versions.js';
import { RowsByScope1764310000000 } from './migrations/1764310000000-rows-by-scope.js';
import { PersonalData1764320000000 } from './migrations/1764320000000-personal-data.js';
import { StepInstants1764330000000 } from './migrations/1764330000000-step-instants.js';
import { ConcernedByRole1764340000000 } from './migrations/1764340000000-concerned-by-role.js';
import { SummonedUnits1764350000000 } from './migrations/1764350000000-summoned-units.js';
import { ListsAtScale1764500000000 } from './migrations/1764500000000-lists-at-scale.js';
import { CaseDoubts1764510000000 } from './migrations/1764510000000-case-doubts.js';
import { SearchAudit1764700000000 } from './migrations/1764700000000-search-audit.js';
import { WhereTaken1764820000000 } from './migrations/1764820000000-where-taken.js';
import { DeskNeighbourhoods1764830000000 } from './migrations/1764830000000-desk-neighbourhoods.js';
import { SearchTexts1764810000000 } from './migrations/1764810000000-search-texts.js';
import { FinishedTasks1764840000000 } from './migrations/1764840000000-finished-tasks.js';
import { SavedViewsAndPresence1764850000000 } from './migrations/1764850000000-saved-views-and-presence.js';
import { ActKeys1764860000000 } from './migrations/1764860000000-act-keys.js';
import { CaseReasons1764900000000 } from './migrations/1764900000000-case-reasons.js';
import { SkippedNotices1764910000000 } from './migrations/1764910000000-skipped-notices.js';
import { Overview1764920000000 } from './migrations/1764920000000-overview.js';
import { Interventions1764980000000 } from './migrations/1764980000000-interventions.js';
import { ToldInLists1765200000000 } from './migrations/1765200000000-told-in-lists.js';
import { ListsPlannedWell1765100000000 } from './migrations/1765100000000-lists-planned-well.js';
import { TerminatedCases1765000000000 } from './migrations/1765000000000-terminated-cases.js';
import { StepsFollow1764990000000 } from './migrations/1764990000000-steps-follow.js';
import { PublicMatters1764970000000 } from './migrations/1764970000000-public-matters.js';
import { PublicMatterEntity } from './public-matters/public-matter.entity.js';
import { TaskEntity } from './tasks/task.entity.js';

export const ownSchema: ServiceSchema = {
  schema: 'cases',
  entities: [CaseEntity, PublicMatterEntity, TaskEntity],
  migrations: [
    CreateCases1763900000000,
    CreateFoundations1763900000001,
    CreateWorkingCalendar1764000000000,
    FourPaths1764000001000,
    PoliciesAsVersions1764000002000,
    RowsByScope1764310000000,
    PersonalData1764320000000,
    StepInstants1764330000000,
    ConcernedByRole1764340000000,
    SummonedUnits1764350000000,
    ListsAtScale1764500000000,
    CaseDoubts1764510000000,
    SearchAudit1764700000000,
    SearchTexts1764810000000,
    WhereTaken1764820000000,
    DeskNeighbourhoods1764830000000,
    FinishedTasks1764840000000,
    SavedViewsAndPresence1764850000000,
    ActKeys1764860000000,
    CaseReasons1764900000000,
    SkippedNotices1764910000000,
    Overview1764920000000,
    Interventions1764980000000,
    StepsFollow1764990000000,
    PublicMatters1764970000000,
    TerminatedCases1765000000000,
    ListsPlannedWell1765100000000,
    ToldInLists1765200000000,
  ],
};
