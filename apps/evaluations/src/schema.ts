import type { ServiceSchema } from '@yiwang/platform/database';
import { CreateRatings1763900000000 } from './migrations/1763900000000-create-ratings.js';
import { CreateAudit1763900001000 } from './migrations/1763900001000-create-audit.js';
import { CreateFigures1764130000000 } from './migrations/1764130000000-create-figures.js';
import { SearchAudit1764700000000 } from './migrations/1764700000000-search-audit.js';
import { RatingEntity } from './ratings/rating.entity.js';

export const ownSchema: ServiceSchema = {
  schema: 'evaluations',
  entities: [RatingEntity],
  migrations: [CreateRatings1763900000000, CreateAudit1763900001000, CreateFigures1764130000000, SearchAudit1764700000000],
};

/** Written and read whole, by statements of their own. */
export const TABLES_WITHOUT_ENTITY = [
  ...['case_fact', 'fact_feed', 'assessment_policy', 'figure_count', 'figure', 'counted_case'],
  ...['accountability', 'accountability_event', 'call_back', 'call_back_attempt', 'call_back_sample', 'rating_link'],
];
