export { driftWarning, LEAST_SAMPLE, type DriftFacts, type DriftWarning, type UsualCourse } from './drift.js';
export { chanceText, explainWarning, gravityOf, WARNING_KINDS, type EarlyWarning, type WarningKind } from './explain.js';
export { lightOf, type Light } from './light.js';
export { paceWarning, type PaceFacts, type PaceWarning } from './pace.js';
export { pingPongWarning, type PingPongWarning, type Returned } from './ping-pong.js';
export { risingTopic, LEAST_RISING, type RisingTopic, type TopicFacts } from './rising.js';
export { silenceWarning, type SilenceFacts, type SilenceWarning } from './silence.js';
