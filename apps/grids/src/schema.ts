import type { ServiceSchema } from '@yiwang/platform/database';
import { AreaEntity } from './areas/area.entity.js';
import { CreateAreas1763900000000 } from './migrations/1763900000000-create-areas.js';

export const ownSchema: ServiceSchema = {
  schema: 'grids',
  entities: [AreaEntity],
  migrations: [CreateAreas1763900000000],
};
