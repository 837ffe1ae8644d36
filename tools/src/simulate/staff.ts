import { Refused } from '../bench/graph-client.js';
import { answerOf } from './answers.js';
import { WATCHER } from './watcher.js';
import { takersOf, type Person } from './county.js';
import { habitsOf } from './habits.js';
import { minutesOf } from './lead-acts.js';
import { afterRefusal } from './refusal.js';
import { DAY_MS, hoursOf, HOUR_MS } from './rhythm.js';
import { askAs, nowOf, type Change, type Life, type Scene } from './scene.js';
import { actsOn } from './task-acts.js';
import { TASK_QUERIES, type Doing, type SeenTask, type TaskAct } from './task-acts.types.js';

const TASKS = 'query ($number: ID!) { case(number: $number) { tasks { id kind roles areaCode unitCode round dueAt } } }';
const VERSION = 'query ($id: ID!) { task(id: $id) { version } }';

/** How often something is put off before it is left. */
const PUT_OFF_TRIES = 60;

interface TaskOfCase extends Pick<SeenTask, 'kind' | 'roles' | 'areaCode' | 'round'> {
  id: string;
  unitCode: string | null;
  dueAt: string;
}

/** A task in somebody's hands. */
interface Work {
  doing: Doing;
  worker: Person;
  /** Who else might take it. */
  others: Person[];
  acts: TaskAct[];
  version: number;
  triesLeft: number;
}

/** Everybody who works on cases: whoever a task is for picks it up and does with it what they are wont to do. */
export class Staff {
  private readonly works = new Map<string, Work>();

  constructor(private readonly scene: Scene) {}

  /** A task was opened. */
  onTask(change: Change, life: Life): void {
    this.take(seenTask(change), life);
  }

  /** A request or an order: its entry names the task, and the case says for whom it is. */
  async onAsked({ taskId, atMs }: Change, life: Life): Promise<void> {
    const { case: found } = await askAs<{ case: { tasks: TaskOfCase[] | null } }>(this.scene, WATCHER, 'tasks', TASKS, { number: life.number });
    const task = found.tasks?.find(({ id }) => id === taskId);
    if (!task || this.works.has(task.id)) return;
    const { id, dueAt, unitCode, ...rest } = task;
    const named = unitCode === null ? {} : { unitCode };
    this.take({ ...rest, ...named, taskId: id, caseNumber: life.number, openedAtMs: atMs, dueAtMs: Date.parse(dueAt) }, life);
  }

  private take(task: SeenTask, life: Life): void {
    const people = this.inOrder(takersOf(this.scene.county, { ...task, excludedSubjects: [] }), life, task);
    const [worker, ...others] = people;
    if (!worker) return this.scene.tally.note(`nobody may take ${task.taskId}, kind ${task.kind}, for ${task.roles.join(', ')} in ${task.areaCode}`);
    const doing = this.doingOf(task, life, worker);
    const work = { doing, worker, others, acts: actsOn(doing), version: 1, triesLeft: PUT_OFF_TRIES };
    this.works.set(task.taskId, work);
    this.next(work);
  }

  /** A meeting was called: whoever called it writes its minutes. */
  onSummoned({ taskId, data }: Change): void {
    const work = this.works.get(taskId ?? '');
    const { meetingId, meetAt } = data;
    if (!work || typeof meetingId !== 'string' || typeof meetAt !== 'string') return;
    const act = minutesOf(work.doing, meetingId, Date.parse(meetAt));
    // The minutes come when they come; what else is to be done waits for nobody.
    this.scene.agenda.add(act.atMs, () => this.perform(work, act));
  }

  private doingOf(task: SeenTask, life: Life, worker: Person): Doing {
    const { county, chance, office } = this.scene;
    const role = worker.positions.find((held) => task.roles.includes(held.role))?.role ?? 'gridMember';
    return {
      ...{ task, county, matter: life.matter },
      habits: habitsOf(chance, worker.username),
      hours: hoursOf(role, office),
      chance: this.chanceOf(life, task).of(worker.username),
    };
  }

  private chanceOf(life: Life, { taskId, kind, round }: SeenTask) {
    // Numbers of cases depend on the system; the case's place in the plan and the task's in the case do not.
    return this.scene.chance.of('task', life.matter.index, kind, round, taskId.split('-').at(-1) ?? '');
  }

  private inOrder(people: Person[], life: Life, task: SeenTask): Person[] {
    const chance = this.chanceOf(life, task).of('who');
    return people
      .map((person) => ({ person, place: chance.fraction() }))
      .sort((a, b) => a.place - b.place)
      .map(({ person }) => person);
  }

  private next(work: Work): void {
    const act = work.acts.shift();
    if (act && act.atMs < this.scene.endMs) this.scene.agenda.add(act.atMs, () => this.doNext(work, act));
  }

  private async doNext(work: Work, act: TaskAct): Promise<void> {
    await this.perform(work, act);
    this.next(work);
  }

  private async perform(work: Work, act: TaskAct): Promise<void> {
    const { task } = work.doing;
    if (isAnswer(act) && act.atMs <= task.dueAtMs && nowOf(this.scene) > task.dueAtMs) this.scene.tally.lateByMachine += 1;
    try {
      await this.send(work, act);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await this.refused(work, act, error.message);
    }
  }

  private async send(work: Work, { mutation, input }: TaskAct): Promise<void> {
    const { taskId } = work.doing.task;
    const variables = { input: { taskId, version: work.version, ...input } };
    const answer = await askAs<Record<string, { version: number }>>(this.scene, work.worker.username, mutation, TASK_QUERIES[mutation], variables);
    work.version = answer[mutation]?.version ?? work.version;
  }

  private async refused(work: Work, act: TaskAct, code: string): Promise<void> {
    const then = afterRefusal(act.mutation, code);
    work.triesLeft -= 1;
    if (then === 'over' || work.triesLeft <= 0) work.acts = [];
    else if (then === 'refetch') await this.lookAgain(work, act);
    else if (then === 'another') await this.handOn(work, act);
    else if (then === 'later') work.acts.unshift({ ...act, atMs: nowOf(this.scene) + (code === 'CASE_HELD' ? DAY_MS : 4 * HOUR_MS) });
    else if (then === 'instead') work.acts = [answerOf(work.doing, nowOf(this.scene) + 3 * HOUR_MS)];
  }

  private async lookAgain(work: Work, act: TaskAct): Promise<void> {
    const { taskId } = work.doing.task;
    const seen = await askAs<{ task: { version: number } }>(this.scene, work.worker.username, 'task', VERSION, { id: taskId }).catch(() => null);
    if (!seen || seen.task.version === work.version) return;
    work.version = seen.task.version;
    await this.perform(work, act);
  }

  /** Somebody who handled it before may not: the next one does. */
  private async handOn(work: Work, act: TaskAct): Promise<void> {
    const next = work.others.shift();
    if (!next) {
      work.acts = [];
      return this.scene.tally.note(`nobody is left for ${work.doing.task.taskId}, kind ${work.doing.task.kind}, for ${work.doing.task.roles.join(', ')}`);
    }
    work.worker = next;
    await this.perform(work, act);
  }
}

const isAnswer = ({ mutation }: TaskAct): boolean => mutation === 'completeTask' || mutation === 'assignUnits' || mutation === 'answerOrder';

function seenTask({ taskId, caseNumber, atMs, data }: Change): SeenTask {
  const { kind, roles, areaCode, unitCode, part, round, dueAt } = data as unknown as SeenTask & { dueAt: string };
  return {
    ...{ taskId: taskId ?? '', caseNumber, kind, roles, areaCode, round },
    ...(unitCode === undefined ? {} : { unitCode }),
    ...(part ? { part } : {}),
    openedAtMs: atMs,
    dueAtMs: Date.parse(dueAt),
  };
}
