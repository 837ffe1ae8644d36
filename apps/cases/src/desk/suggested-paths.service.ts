import { Injectable } from '@nestjs/common';
import type { CaseClass } from '@yiwang/contracts/case-flow';
import { parseArea } from '@yiwang/domain/areas';
import { policyOf, suggestRoute } from '@yiwang/domain/policies';
import { orThrow } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import type { CaseEntity } from '../case/case.entity.js';
import { versionOf } from '../policies/policy-rows.js';
import { carriedOf } from '../policies/policies.js';
import type { SuggestedPath } from './desk.types.js';

/** What a desk might ask instead of what is known: if it were there, if it were of that class. */
export interface Supposed {
  areaCode: string | null;
  caseClass: CaseClass | null;
}

/** By which path a case would go, under the policy that it began with. */
@Injectable()
export class SuggestedPathsService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * None for a complaint about somebody in office: it begins above them by itself and no desk has it.
   * @throws AppError AREA_UNKNOWN
   */
  async of(found: CaseEntity, supposed: Supposed): Promise<SuggestedPath | null> {
    const areaCode = supposed.areaCode ? orThrow(parseArea(supposed.areaCode)).areaCode : found.areaCode;
    if (found.aboutWhom !== null) return null;
    const version = await versionOf(this.dataSource.manager, found.countyCode, found.policyVersion);
    if (version === undefined) return null;
    const { kind, categoryCode } = found;
    return suggestRoute({ kind, categoryCode, caseClass: supposed.caseClass ?? found.caseClass }, areaCode, policyOf(carriedOf(version)));
  }
}
