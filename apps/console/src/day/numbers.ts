/** Numbers that were revealed for a reason, until the page is left: a second call asks for no second reason. Never kept on the device. */
const shown = new Map<string, string>();

export const shownNumber = (caseNumber: string): string | undefined => shown.get(caseNumber);
export const showNumber = (caseNumber: string, phone: string): unknown => shown.set(caseNumber, phone);
export const hideNumber = (caseNumber: string): unknown => shown.delete(caseNumber);
