import { Injectable } from '@nestjs/common';
import type { Thresholds, Weights } from '@yiwang/domain/figures';
import { DataSource } from 'typeorm';

export interface Limits {
  /** So many days after its end a month is judged. */
  judgeAfterDays: number;
  rectificationDays: number;
  acceptanceDays: number;
}

export interface AssessmentPolicyRow {
  countyCode: string;
  version: number;
  weights: Weights;
  thresholds: Thresholds;
  limits: Limits;
  inForceFrom: Date;
  publishedBy: string | null;
  publishedAt: Date;
  note: string;
}

export const POLICY_COLUMNS = `county_code as "countyCode", version, weights, thresholds, limits, in_force_from as "inForceFrom",
  published_by as "publishedBy", published_at as "publishedAt", note`;

/** The rules by which a county's figures are weighed. */
@Injectable()
export class AssessmentPolicies {
  constructor(private readonly dataSource: DataSource) {}

  /** The policy in force at an instant: the county's newest by then, or the national one. */
  async inForce(countyCode: string, at: Date): Promise<AssessmentPolicyRow> {
    const [row] = await this.dataSource.query<AssessmentPolicyRow[]>(
      `select ${POLICY_COLUMNS} from assessment_policy where county_code in ('', $1) and in_force_from <= $2
       order by county_code desc, in_force_from desc, version desc limit 1`,
      [countyCode, at],
    );
    return row!;
  }

  /** All that were ever in force for the county, the newest first. */
  async ofCounty(countyCode: string): Promise<AssessmentPolicyRow[]> {
    return this.dataSource.query<AssessmentPolicyRow[]>(
      `select ${POLICY_COLUMNS} from assessment_policy where county_code in ('', $1) order by in_force_from desc, version desc`,
      [countyCode],
    );
  }
}
