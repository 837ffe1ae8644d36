/** The public nodes in their order, from 接件 to 结案. */
export const NODES = ['received', 'accepted', 'dispatched', 'handling', 'verifying', 'evaluating', 'closed'] as const;
export type NodeState = 'done' | 'now' | 'coming';

/** Which node stands before a side exit: where a case was when it left the row. */
const BESIDE: Record<string, (typeof NODES)[number]> = {
  notAccepted: 'received',
  withdrawn: 'received',
  terminated: 'received',
  suspended: 'handling',
  referred: 'handling',
};

/** How each node of the list is drawn for a stage; a side exit stands after its node as the one that is now. */
export function nodesOf(stage: string): { stage: string; state: NodeState }[] {
  const beside = BESIDE[stage];
  const at = NODES.findIndex((node) => node === (beside ?? stage));
  const row = NODES.map((node, index) => ({ stage: node as string, state: stateAt(index, at, stage, beside !== undefined) }));
  if (!beside) return row;
  const isOver = stage === 'notAccepted' || stage === 'withdrawn' || stage === 'terminated';
  return [...row.slice(0, at + 1), { stage, state: 'now' as const }, ...(isOver ? [] : row.slice(at + 1))];
}

function stateAt(index: number, at: number, stage: string, isBeside: boolean): NodeState {
  if (index < at || (index === at && (isBeside || stage === 'closed'))) return 'done';
  return index === at ? 'now' : 'coming';
}
