import { Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import type { ChosenReset, InterventionParameters } from '@yiwang/contracts/interventions';
import { AppError } from '@yiwang/platform/errors';
import { chosenPoint } from '../engine-view/reset-points.js';
import { caseOf } from '../projection/case-runs.js';
import type { ResetInput } from './interventions.types.js';

/** The point that somebody chose, as the engine knows it: part of what a preview shows, so that an act that comes since changes it. */
@Injectable()
export class ChosenResets {
  constructor(private readonly client: Client) {}

  /** Of the one case that was selected. @param visible whether whoever asks sees it. @throws AppError INPUT_INVALID, CASE_NOT_FOUND, ENGINE_UNAVAILABLE */
  async parametersOf(chosen: ResetInput | null | undefined, numbers: readonly string[], visible: boolean): Promise<InterventionParameters> {
    const [number = ''] = numbers;
    if (!chosen) throw new AppError('INPUT_INVALID', { field: 'reset', expected: '不能为空 / must not be empty' });
    const { workflowId, runId, eventId, tellThem } = chosen;
    if (caseOf(workflowId) !== number) throw new AppError('INPUT_INVALID', { field: 'reset.workflowId', expected: `${number} 的流程 / a workflow of ${number}` });
    const asked = { workflowId, runId, eventId: Number(eventId), tellThem: tellThem ?? false };
    return { reset: visible ? await this.asked(asked) : { ...asked, at: '', isThere: false, acts: [] } };
  }

  private async asked(asked: Omit<ChosenReset, 'at' | 'isThere' | 'acts'>): Promise<ChosenReset> {
    const point = await chosenPoint(this.client, asked);
    return { ...asked, at: point?.at ?? '', isThere: point !== undefined, acts: point?.acts ?? [] };
  }
}
