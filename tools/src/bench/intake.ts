import type { CpuMeter } from './cpu.js';
import { graphClient, Refused } from './graph-client.js';
import { measure, type Measured, type Window } from './measure.js';
import type { System } from './system.js';
import type { TrialCases } from './trial-cases.js';

export const BATCH = 200;
/** Enough that one is written while others are read and prepared; more only wait. */
export const BATCHES_AT_ONCE = 4;

const START = `mutation ($input: StartCaseInput!) {
  startCase(input: $input) { case { number } pickupCode replayed } }`;
export const START_MANY = `mutation ($cases: [StartCaseInput!]!) {
  startCases(cases: $cases) { accepted results { case { number } pickupCode error { code } } } }`;

export interface IntakeRow {
  kind: 'single' | 'batch';
  through: 'gateway' | 'cases';
  relay: 'paused' | 'running';
  measured: Measured;
}

export interface IntakeTrial {
  system: System;
  meter: CpuMeter;
  cases: TrialCases;
  token: string;
  connections: number;
  warmMs: number;
  intakeMs: number;
  batchMs: number;
}

/** The four rows with the relay as it now is: single cases and batches, through the gateway and without it. */
export async function measureIntake(
  trial: IntakeTrial,
  relay: IntakeRow['relay'],
  onRow: (row: IntakeRow) => void,
): Promise<IntakeRow[]> {
  const rows: IntakeRow[] = [];
  for (const kind of ['single', 'batch'] as const)
    for (const through of ['gateway', 'cases'] as const) {
      const row = { kind, through, relay, measured: await measureRow(trial, kind, trial.system[through]) };
      rows.push(row);
      onRow(row);
    }
  return rows;
}

async function measureRow(trial: IntakeTrial, kind: IntakeRow['kind'], url: string): Promise<Measured> {
  const { warmMs, cases, token } = trial;
  const window: Window =
    kind === 'single'
      ? { concurrency: trial.connections, warmMs, windowMs: trial.intakeMs }
      : { concurrency: BATCHES_AT_ONCE, warmMs, windowMs: trial.batchMs };
  const client = graphClient(url, window.concurrency);
  const single = async (): Promise<number> => {
    const { startCase } = await client.ask<{ startCase: { replayed: boolean } }>(START, { input: cases.one() }, token);
    return startCase.replayed ? 0 : 1;
  };
  const batch = async (): Promise<number> => {
    const given = Array.from({ length: BATCH }, () => cases.one());
    const { startCases } = await client.ask<{ startCases: { accepted: number } }>(START_MANY, { cases: given }, token);
    if (startCases.accepted < BATCH) throw new Refused('some of a batch');
    return BATCH;
  };
  try {
    return await measure(window, trial.meter, kind === 'single' ? single : batch);
  } finally {
    client.close();
  }
}
