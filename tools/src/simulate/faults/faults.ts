import { RELAY_PAUSE_LOCK } from '@yiwang/contracts/engine';
import { SIGNALS } from '@yiwang/contracts/case-flow';
import type { ReasonKind, Repair } from '@yiwang/domain/stuck';
import type { Laboratory } from './laboratory.js';

/** Something that is broken on purpose, what every case that it is done to must then show, and what mends it. */
export interface Fault {
  name: string;
  shows: ReasonKind;
  /** How long it may take to show: 10 s where people are waited for, longer where the engine or a silence tells of it. */
  withinMs: number;
  /** Breaks it, and answers with the cases that it is done to. */
  inject(lab: Laboratory, count: number): Promise<string[]>;
  /** Left out where nothing mends it yet. */
  mend?: {
    /** The intervention for each case, where the cause being gone is not enough. */
    by: Repair | 'itself';
    /** Takes the cause away. */
    relieve?(lab: Laboratory, numbers: readonly string[]): Promise<void>;
    shows: ReasonKind;
    withinMs: number;
    /** Whether the case itself is right again, beyond what is shown. */
    isRight?(lab: Laboratory, number: string): Promise<boolean>;
  };
}

const PEOPLE_MS = 10_000;
const MACHINE_MS = 30_000;
/** The engine lists failing workflow tasks up to a minute late. */
const ENGINE_LIST_MS = 100_000;
const OPENED: ReasonKind = 'unclaimed';

/** Cases that stand as nobody has touched them. */
async function settled(lab: Laboratory, count: number): Promise<string[]> {
  const numbers = await lab.startCases(count);
  await lab.watch(numbers, OPENED, MACHINE_MS);
  return numbers;
}

/** While it is held, nothing is handed to the engine. */
async function pauseRelay(lab: Laboratory): Promise<() => Promise<void>> {
  const client = await lab.sql.connect();
  await client.query('select pg_advisory_lock(hashtext($1))', [RELAY_PAUSE_LOCK]);
  return async () => {
    await client.query('select pg_advisory_unlock(hashtext($1))', [RELAY_PAUSE_LOCK]);
    client.release();
  };
}

const away = (name: 'temporal' | 'casesWorker' | 'keycloak' | 'postgres') => ({
  async relieve(lab: Laboratory): Promise<void> {
    await lab.part(name).start();
  },
});

export const FAULTS: readonly Fault[] = [
  {
    ...{ name: 'nobody takes it', shows: OPENED, withinMs: PEOPLE_MS },
    inject: (lab, count) => lab.startCases(count),
  },
  {
    ...{ name: 'a handler holds it back', shows: 'held', withinMs: PEOPLE_MS },
    async inject(lab, count) {
      const numbers = await settled(lab, count);
      for (const number of numbers) await lab.claim(number);
      return numbers;
    },
  },
  {
    ...{ name: 'the worker is stopped', shows: 'noWorker', withinMs: MACHINE_MS },
    async inject(lab, count) {
      await lab.part('casesWorker').stop();
      return lab.startCases(count);
    },
    mend: { by: 'itself', ...away('casesWorker'), shows: OPENED, withinMs: MACHINE_MS },
  },
  {
    ...{ name: 'the worker is killed in the middle', shows: OPENED, withinMs: 60_000 },
    async inject(lab, count) {
      const starting = lab.startCases(count);
      lab.kill('casesWorker');
      return starting;
    },
  },
  {
    ...{ name: 'the engine is stopped', shows: 'engineAway', withinMs: MACHINE_MS },
    async inject(lab, count) {
      await lab.part('temporal').stop();
      return lab.startCases(count);
    },
    mend: { by: 'itself', ...away('temporal'), shows: OPENED, withinMs: 120_000 },
  },
  {
    ...{ name: 'starts were given up for an hour', shows: 'notStarted', withinMs: MACHINE_MS },
    async inject(lab, count) {
      const resume = await pauseRelay(lab);
      const numbers = await lab.startCases(count);
      await lab.sql.query(`update start_outbox set attempts = 9, last_error = '14 UNAVAILABLE', next_attempt_at = now() + interval '1 hour' where case_number = any($1)`, [numbers]);
      await resume();
      return numbers;
    },
    mend: { by: 'retryStart', shows: OPENED, withinMs: MACHINE_MS },
  },
  {
    ...{ name: 'a step cannot be written', shows: 'stepFailing', withinMs: MACHINE_MS },
    async inject(lab, count) {
      const resume = await pauseRelay(lab);
      const numbers = await lab.startCases(count);
      await lab.sql.query(`create function broken_on_purpose() returns trigger language plpgsql as $$ begin raise exception 'broken on purpose'; end $$`);
      const list = numbers.map((number) => `'${number}'`).join(', ');
      await lab.sql.query(`create trigger broken_on_purpose before insert on task for each row when (new.case_number in (${list})) execute function broken_on_purpose()`);
      await resume();
      return numbers;
    },
    mend: {
      by: 'itself',
      async relieve(lab) {
        await lab.sql.query('drop trigger broken_on_purpose on task');
        await lab.sql.query('drop function broken_on_purpose()');
      },
      ...{ shows: OPENED, withinMs: 60_000 },
    },
  },
  {
    ...{ name: 'the records say what the workflow does not', shows: 'recordsDiffer', withinMs: MACHINE_MS },
    async inject(lab, count) {
      const numbers = await settled(lab, count);
      await lab.sql.query(`update case_file set card = 'red' where number = any($1)`, [numbers]);
      await lab.sql.query(
        `insert into case_doubt (case_number, county_code, reason, next_try_at)
         select number, county_code, 'overwritten', now() + interval '1 hour' from case_file where number = any($1)`,
        [numbers],
      );
      return numbers;
    },
    mend: {
      ...{ by: 'compareRecords', shows: OPENED, withinMs: 90_000 },
      async isRight(lab, number) {
        const { rows } = await lab.sql.query<{ card: string }>('select card from case_file where number = $1', [number]);
        return rows[0]?.card === 'none';
      },
    },
  },
  {
    ...{ name: 'the gateway refuses notices', shows: 'deliveryFailing', withinMs: MACHINE_MS },
    inject(lab, count) {
      lab.gateway.answer(400);
      return lab.startCases(count);
    },
    mend: {
      by: 'retryNotices',
      relieve(lab) {
        lab.gateway.answer(200);
        return Promise.resolve();
      },
      ...{ shows: OPENED, withinMs: MACHINE_MS },
    },
  },
  {
    ...{ name: 'the gateway refuses, and somebody was told otherwise', shows: 'deliveryFailing', withinMs: MACHINE_MS },
    inject(lab, count) {
      lab.gateway.answer(400);
      return lab.startCases(count);
    },
    mend: { by: 'skipNotices', shows: OPENED, withinMs: MACHINE_MS },
  },
  {
    ...{ name: 'Keycloak is stopped', shows: OPENED, withinMs: PEOPLE_MS },
    async inject(lab, count) {
      // Whoever has signed in goes on.
      await lab.reasons(await lab.startCases(1));
      await lab.part('keycloak').stop();
      lab.gateway.answer(200);
      return lab.startCases(count);
    },
    mend: { by: 'itself', ...away('keycloak'), shows: OPENED, withinMs: 120_000 },
  },
  {
    ...{ name: 'PostgreSQL is stopped and comes back', shows: OPENED, withinMs: 60_000 },
    async inject(lab, count) {
      const numbers = await settled(lab, count);
      await lab.part('postgres').stop();
      await lab.part('postgres').start();
      return numbers;
    },
  },
  {
    ...{ name: 'somebody ended the workflow from outside', shows: 'workflowLost', withinMs: MACHINE_MS },
    async inject(lab, count) {
      const numbers = await settled(lab, count);
      for (const number of numbers) await lab.engine.workflow.getHandle(number).terminate('broken on purpose');
      return numbers;
    },
  },
  {
    // A signal without what it should carry: every try of the workflow task fails in the same way.
    ...{ name: 'the workflow’s own code fails', shows: 'workflowTaskFailing', withinMs: ENGINE_LIST_MS },
    async inject(lab, count) {
      const numbers = await settled(lab, count);
      for (const number of numbers) await lab.engine.workflow.getHandle(number).signal(SIGNALS.pathMoved);
      return numbers;
    },
  },
];
