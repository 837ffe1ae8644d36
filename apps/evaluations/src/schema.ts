import type { ServiceSchema } from '@yiwang/platform/database';
import { CreateRatings1763900000000 } from './migrations/1763900000000-create-ratings.js';
import { CreateAudit1763900001000 } from './migrations/1763900001000-create-audit.js';
import { RatingEntity } from './ratings/rating.entity.js';

export const ownSchema: ServiceSchema = {
  schema: 'evaluations',
  entities: [RatingEntity],
  migrations: [CreateRatings1763900000000, CreateAudit1763900001000],
};
