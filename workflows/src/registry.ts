/** The entry of the workflow bundle: every function exported here is a workflow that a worker can run. */
export { caseLifecycle } from './case-lifecycle/case-lifecycle.workflow.js';
export { villageDirect } from './village-direct/village-direct.workflow.js';
export { cadreLed } from './cadre-led/cadre-led.workflow.js';
export { villageTownJoint } from './village-town-joint/village-town-joint.workflow.js';
export { countyCoordinated } from './county-coordinated/county-coordinated.workflow.js';
export { accountability } from './accountability/accountability.workflow.js';
export { erasure } from './erasure/erasure.workflow.js';
export { routingDecision } from './routing-decision/routing-decision.workflow.js';
export { bulkIntervention } from './intervention/bulk-intervention.workflow.js';
export { patrolDay } from './patrol-day/patrol-day.workflow.js';
