export { formatCaseNumber, localDay, parseCaseNumber, type CaseNumberParts } from './case-number.js';
export { PICKUP_ALPHABET, PICKUP_RANDOM_BYTES, parsePickupCode, pickupCode } from './pickup-code.js';
