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
import { TaskEntity } from './tasks/task.entity.js';

export const ownSchema: ServiceSchema = {
  schema: 'cases',
  entities: [CaseEntity, TaskEntity],
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
  ],
};
