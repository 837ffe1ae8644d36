export { CaseRecorder, EVERY_DAY } from './case-recorder.js';
export { startTimeSkipping } from './environment.js';
export { findTestServer, type TestServerExecutable } from './find-test-server.js';
export { historyFromPlain, historyToPlain } from './histories.js';
export { bundleFromSources, ofArea, quietRuntime, refusalOf, somebody, theirs, theResident, WorkflowTrial } from './workflow-trial.js';
export { AccountabilityTrial, SECRETARY, TOWN_CENTRE } from './accountability-trial.js';
