import type { ServiceSchema } from '@yiwang/platform/database';
import { AreaEntity } from './areas/area.entity.js';
import { CreateAreas1763900000000 } from './migrations/1763900000000-create-areas.js';
import { CreateHouseholdsAndQrPoints1763900001000 } from './migrations/1763900001000-create-households-and-qr-points.js';
import { CreateAudit1763900002000 } from './migrations/1763900002000-create-audit.js';
import { AreasInTime1764300000000 } from './migrations/1764300000000-areas-in-time.js';
import { HouseholdsAndDuties1764300001000 } from './migrations/1764300001000-households-and-duties.js';
import { QrPointsReplaced1764300002000 } from './migrations/1764300002000-qr-points-replaced.js';
import { Patrols1764300003000 } from './migrations/1764300003000-patrols.js';
import { RowsByScope1764300004000 } from './migrations/1764300004000-rows-by-scope.js';
import { SearchAudit1764700000000 } from './migrations/1764700000000-search-audit.js';
import { WhereTaken1764820000000 } from './migrations/1764820000000-where-taken.js';
import { QrPointEntity } from './qr-points/qr-point.entity.js';

export const ownSchema: ServiceSchema = {
  schema: 'grids',
  entities: [AreaEntity, QrPointEntity],
  migrations: [
    ...[CreateAreas1763900000000, CreateHouseholdsAndQrPoints1763900001000, CreateAudit1763900002000],
    ...[AreasInTime1764300000000, HouseholdsAndDuties1764300001000, QrPointsReplaced1764300002000],
    ...[Patrols1764300003000, RowsByScope1764300004000, SearchAudit1764700000000, WhereTaken1764820000000],
  ],
};

/** Read and written by SQL alone: counts by date, bulk loads and keyset lists are what they are for. */
export const TABLES_WITHOUT_ENTITY = [
  ...['succession', 'boundary', 'household', 'household_count', 'duty'],
  ...['patrol_setting', 'patrol_day', 'patrol_round', 'patrol_finding'],
  ...['attachment', 'notification', 'notification_delivery', 'mailbox'],
] as const;
