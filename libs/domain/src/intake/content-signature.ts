/**
 * What a text says, stripped of how it is set: only letters and digits of any script. Two messages are exact copies
 * of each other when these agree; boards and forwarding systems change spacing and punctuation on the way.
 */
export const contentSignature = (...texts: readonly string[]): string => texts.join('').replace(/[^\p{L}\p{N}]+/gu, '');
