import type { ServiceSchema } from '@yiwang/platform/database';
import { AreaEntity } from './areas/area.entity.js';
import { HouseholdEntity } from './households/household.entity.js';
import { CreateAreas1763900000000 } from './migrations/1763900000000-create-areas.js';
import { CreateHouseholdsAndQrPoints1763900001000 } from './migrations/1763900001000-create-households-and-qr-points.js';
import { CreateAudit1763900002000 } from './migrations/1763900002000-create-audit.js';
import { QrPointEntity } from './qr-points/qr-point.entity.js';

export const ownSchema: ServiceSchema = {
  schema: 'grids',
  entities: [AreaEntity, HouseholdEntity, QrPointEntity],
  migrations: [CreateAreas1763900000000, CreateHouseholdsAndQrPoints1763900001000, CreateAudit1763900002000],
};
