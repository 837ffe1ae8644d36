export { checkPosition, type GivenPosition, type Position } from './position.js';
export { LONGER_SIDE, QUALITIES, WANTED_BYTES, fitted, smallEnough } from './sizes.js';
export { VOICE_RATE, wav } from './wav.js';
