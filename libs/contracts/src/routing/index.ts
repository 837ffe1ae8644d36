/** The workflow that brings what the county arbitrated to departments, however long departments is away. */
export const ROUTING_DECISION_WORKFLOW = 'routingDecision';

/** One for each task that was arbitrated, so that telling it twice is telling it once. */
export const routingDecisionWorkflowId = (taskId: string): string => `routing-decision-${taskId}`;

/** Whose matter a case of this category and place was bindingly said to be (裁定). Plain JSON. */
export interface ArbitratedRouting {
  /** Of the decision: the arbitrated task. */
  key: string;
  caseNumber: string;
  countyCode: string;
  areaCode: string;
  categoryCode: string | null;
  unitCode: string;
  /** The unit that had returned it, and the ground that it gave. */
  fromUnitCode: string | null;
  legalGround: string | null;
  decidedBy: string;
  /** An instant, ISO 8601 in UTC. */
  decidedAt: string;
}

/** On the queue of departments. */
export interface RoutingActivities {
  /** @returns false where departments does not have the unit (any more): nothing is recorded then. */
  recordArbitration(decided: ArbitratedRouting): Promise<boolean>;
}
