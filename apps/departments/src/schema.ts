import type { ServiceSchema } from '@yiwang/platform/database';
import { CategoryEntity } from './catalogue/category.entity.js';
import { DomainEntity } from './catalogue/domain.entity.js';
import { PowerEntity } from './catalogue/power.entity.js';
import { CreateUnitsAndCatalogue1763900000000 } from './migrations/1763900000000-create-units-and-catalogue.js';
import { FillDomainsAndCategories1763900100000 } from './migrations/1763900100000-fill-domains-and-categories.js';
import { CreateAudit1763900200000 } from './migrations/1763900200000-create-audit.js';
import { UnitDomainEntity, UnitEntity } from './units/unit.entity.js';

export const ownSchema: ServiceSchema = {
  schema: 'departments',
  entities: [UnitEntity, UnitDomainEntity, DomainEntity, CategoryEntity, PowerEntity],
  migrations: [CreateUnitsAndCatalogue1763900000000, FillDomainsAndCategories1763900100000, CreateAudit1763900200000],
};
