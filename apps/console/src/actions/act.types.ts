import { graphql } from '../graph/generated/index.js';
import type { ActionCaseFragment, CaseAction, TaskAction } from '../graph/generated/graphql.js';

graphql(`
  fragment ActionCase on Case {
    number countyCode areaCode path receivedAt resolutionDueAt actions
    area { code name }
    category { code zh }
    requestLimits { extension { amount unit } pause { amount unit } suspensionDays }
    tasks { id kind title actions area { code name } }
    records { kind id data }
  }
`);

/** The case that an act is on, as its forms need it. */
export type ActionCase = ActionCaseFragment;

/** The task that an act is on. */
export interface ActionTask {
  id: string;
  version: number;
  kind: string;
  areaCode: string;
  unitCode?: string | null;
  actions: readonly TaskAction[];
  /** What the form of its kind needs, as JSON. */
  data: string;
}

/** What a form is about. */
export interface About {
  task?: ActionTask;
  one?: ActionCase | null;
  /** Whether it is filled in on the spot and sent by the queue, so that it may go without network. */
  isOnTheSpot?: boolean;
}

export type ActionName = TaskAction | CaseAction;

interface Option {
  value: string | boolean;
  /** Key of its words. */
  label: string;
}

export type FieldKind =
  | 'text' | 'line' | 'number' | 'choice' | 'moment' | 'day' | 'area' | 'unit' | 'case' | 'files' | 'template' | 'power'
  | 'part' | 'parts' | 'participants' | 'parties' | 'givenTask' | 'meeting' | 'participant';

/** What a form of an action asks for. Each goes into the mutation's input under its own name, unless the act shapes it. */
export interface Field {
  name: string;
  /** Key of its label among the words' `fields`; its own name where left out. */
  label?: string;
  kind: FieldKind;
  optional?: boolean;
  /** Not asked for until the service misses it, as it does the explanation that ends the last round. */
  onDemand?: boolean;
  /** Of a choice. */
  options?(about: About): readonly Option[];
  /** What stands there until something else is chosen. */
  initial?: unknown;
  /** Of a number: the most, and the unit that stands behind it. */
  limit?(about: About): { amount: number; unit: string } | undefined;
  /** Of parts: how many at most. */
  most?: number;
}

export type Values = Record<string, unknown>;

export interface Act {
  /** What the input names: a task as it was seen, or a case. A given task is one that somebody else has. */
  on: 'task' | 'case' | 'given';
  document: unknown;
  fields: readonly Field[];
  /** The ordinary next step, what may come besides, and what is rare. */
  place: 'main' | 'second' | 'more';
  /** Who reads what is written; shown so that nobody mixes it up. */
  seenBy?: 'answer' | 'note' | 'reason';
  danger?: boolean;
  /** The input that the values make, where it is not themselves. */
  shape?(values: Values, about: About): Values;
}
