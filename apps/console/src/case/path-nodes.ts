import type { Path, Stage, TaskKind, Tier } from '../graph/generated/graphql.js';

export type NodeName =
  | 'intake' | 'dutyUnit' | 'gridHandle' | 'villageHandle' | 'lead' | 'parts' | 'townLead' | 'joint' | 'coordinate' | 'mainUnit' | 'assist' | 'cityDesk'
  | 'verify' | 'evaluate' | 'closed';

interface PathNode {
  name: NodeName;
  /** Tasks of these kinds stand at it, at these levels where named. */
  kinds?: readonly TaskKind[];
  tiers?: readonly Tier[];
  /** Where a case without an open task stands in one of these stages, it is here. */
  stages?: readonly Stage[];
  /** Only some cases come by: shown as possible before, left out afterwards unless one of these events tells of it. */
  evidence?: readonly string[];
  /** Not shown as possible before: too seldom to be expected. */
  isSeldom?: true;
}

const INTAKE: PathNode = { name: 'intake', kinds: ['desk', 'townDesk'], stages: ['received'] };
const END: readonly PathNode[] = [
  { name: 'cityDesk', kinds: ['cityDesk'], stages: ['referred'], evidence: ['referred'], isSeldom: true },
  { name: 'verify', kinds: ['verify'], stages: ['verifying'], evidence: ['verified', 'verificationFailed'] },
  { name: 'evaluate', stages: ['evaluating'] },
  { name: 'closed', stages: ['closed'] },
];
const WORK: readonly Stage[] = ['accepted', 'dispatched', 'handling'];
const SHARED_OUT = ['planned', 'assigned', 'contributed', 'minutesRecorded', 'instructed'];

/** The four paths as they are drawn: where which task stands. */
const NODES: Readonly<Record<Path, readonly PathNode[]>> = {
  villageDirect: [
    INTAKE,
    { name: 'dutyUnit', kinds: ['handle'], tiers: ['county'], evidence: [], isSeldom: true },
    { name: 'gridHandle', kinds: ['handle'], stages: WORK },
    { name: 'villageHandle', kinds: ['handle'], tiers: ['village'], evidence: ['handedUp', 'movedUp'] },
    ...END,
  ],
  cadreLed: [INTAKE, { name: 'lead', kinds: ['lead', 'handle'], stages: WORK }, { name: 'parts', kinds: ['contribute'], evidence: SHARED_OUT }, ...END],
  villageTownJoint: [INTAKE, { name: 'townLead', kinds: ['lead', 'handle'], stages: WORK }, { name: 'joint', kinds: ['contribute'], evidence: SHARED_OUT }, ...END],
  countyCoordinated: [
    INTAKE,
    { name: 'coordinate', kinds: ['coordinate', 'arbitrate'] },
    { name: 'mainUnit', kinds: ['lead', 'handle'], stages: WORK },
    { name: 'assist', kinds: ['contribute'], evidence: SHARED_OUT },
    ...END,
  ],
};

interface OpenTask {
  kind: TaskKind;
  tier?: Tier | null;
}

export type NodeState = 'past' | 'now' | 'ahead' | 'perhaps';

export interface DrawnNode<T extends OpenTask> {
  name: NodeName;
  state: NodeState;
  tasks: T[];
}

export interface Drawing<T extends OpenTask> {
  nodes: DrawnNode<T>[];
  /** Tasks that belong to no node of the path: approvals, orders. */
  beside: T[];
  /** What may come next; more than one where it depends. */
  next: DrawnNode<T>[];
}

const ENDED: readonly Stage[] = ['closed', 'notAccepted', 'withdrawn'];

function standsAt(nodes: readonly PathNode[], { kind, tier }: OpenTask): PathNode | undefined {
  const ofKind = nodes.filter(({ kinds }) => kinds?.includes(kind));
  return ofKind.find(({ tiers }) => tier != null && tiers?.includes(tier)) ?? ofKind.find(({ tiers }) => tiers === undefined);
}

/**
 * A path with the tasks that stand at its nodes, where the case is now and what comes next. Reads tasks, stage and the
 * types of past events; decides nothing.
 */
export function drawPath<T extends OpenTask>(path: Path, stage: Stage, tasks: readonly T[], events: readonly string[]): Drawing<T> {
  const nodes = NODES[path];
  const at = tasks.map((task) => ({ task, node: standsAt(nodes, task) }));
  const isOver = ENDED.includes(stage);
  const busy = nodes.filter((node) => !isOver && at.some((one) => one.node === node));
  const here = busy.length > 0 ? busy : nodes.filter(({ stages }) => stages?.includes(stage));
  const first = Math.min(...here.map((node) => nodes.indexOf(node)), nodes.length);
  const last = Math.max(...here.map((node) => nodes.indexOf(node)), -1);
  const passed = (index: number): boolean => (here.length === 0 ? isOver : index < last);
  const cameBy = ({ evidence }: PathNode): boolean => evidence === undefined || evidence.some((type) => events.includes(type));

  const drawn = nodes.flatMap((node, index): DrawnNode<T>[] => {
    const own = at.filter((one) => one.node === node).map(({ task }) => task);
    const is = (state: NodeState) => [{ name: node.name, state, tasks: own }];
    if (here.includes(node)) return is(stage === 'closed' ? 'past' : 'now');
    if (index < first || passed(index)) return cameBy(node) ? is('past') : [];
    return node.evidence === undefined ? is('ahead') : node.isSeldom ? [] : is('perhaps');
  });
  const ahead = drawn.slice(drawn.findLastIndex(({ state }) => state === 'now') + 1).filter(({ state }) => state === 'ahead' || state === 'perhaps');
  const certain = ahead.findIndex(({ state }) => state === 'ahead');
  return {
    nodes: drawn,
    beside: at.filter(({ node }) => node === undefined).map(({ task }) => task),
    next: isOver ? [] : ahead.slice(0, certain < 0 ? ahead.length : certain + 1),
  };
}
