/** The entry of the workflow bundle: every function exported here is a workflow that a worker can run. */
export { caseLifecycle } from './case-lifecycle/case-lifecycle.workflow.js';
export { villageDirect } from './village-direct/village-direct.workflow.js';
