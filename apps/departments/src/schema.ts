import type { ServiceSchema } from '@yiwang/platform/database';
import { CategoryEntity } from './catalogue/category.entity.js';
import { DomainEntity } from './catalogue/domain.entity.js';
import { CatalogueImportEntity } from './catalogue/import.entity.js';
import { PowerEntity } from './catalogue/power.entity.js';
import { ConsultationDayEntity, ConsultationEntity, ConsultationEntryEntity } from './consultations/consultation.entities.js';
import { DutyMonthEntity, DutyShiftEntity, DutySwapEntity } from './duty/duty.entities.js';
import { CreateUnitsAndCatalogue1763900000000 } from './migrations/1763900000000-create-units-and-catalogue.js';
import { FillDomainsAndCategories1763900100000 } from './migrations/1763900100000-fill-domains-and-categories.js';
import { CreateAudit1763900200000 } from './migrations/1763900200000-create-audit.js';
import { GrowUnits1764100001000 } from './migrations/1764100001000-grow-units.js';
import { CountyCatalogues1764100002000 } from './migrations/1764100002000-county-catalogues.js';
import { CreateRouting1764100003000 } from './migrations/1764100003000-create-routing.js';
import { CreateTemplates1764100004000 } from './migrations/1764100004000-create-templates.js';
import { CreateDuty1764100005000 } from './migrations/1764100005000-create-duty.js';
import { CreateConsultations1764100006000 } from './migrations/1764100006000-create-consultations.js';
import { ProtectRows1764100007000 } from './migrations/1764100007000-protect-rows.js';
import { ArbitrationsFromCases1764600000000 } from './migrations/1764600000000-arbitrations-from-cases.js';
import { SearchAudit1764700000000 } from './migrations/1764700000000-search-audit.js';
import { FindConsultationsByNumber1764800000000 } from './migrations/1764800000000-find-consultations-by-number.js';
import { RoutingDecisionEntity, RoutingRuleEntity } from './routing/routing.entities.js';
import { ResponseTemplateEntity, ResponseTemplateVersionEntity } from './templates/template.entities.js';
import { UnitDomainEntity, UnitEntity } from './units/unit.entity.js';

export const ownSchema: ServiceSchema = {
  schema: 'departments',
  entities: [
    ...[UnitEntity, UnitDomainEntity],
    ...[DomainEntity, CategoryEntity, PowerEntity, CatalogueImportEntity],
    ...[RoutingRuleEntity, RoutingDecisionEntity],
    ...[ResponseTemplateEntity, ResponseTemplateVersionEntity],
    ...[DutyMonthEntity, DutyShiftEntity, DutySwapEntity],
    ...[ConsultationDayEntity, ConsultationEntity, ConsultationEntryEntity],
  ],
  migrations: [
    CreateUnitsAndCatalogue1763900000000,
    FillDomainsAndCategories1763900100000,
    CreateAudit1763900200000,
    GrowUnits1764100001000,
    CountyCatalogues1764100002000,
    CreateRouting1764100003000,
    CreateTemplates1764100004000,
    CreateDuty1764100005000,
    CreateConsultations1764100006000,
    ProtectRows1764100007000,
    ArbitrationsFromCases1764600000000,
    SearchAudit1764700000000,
    FindConsultationsByNumber1764800000000,
  ],
};
