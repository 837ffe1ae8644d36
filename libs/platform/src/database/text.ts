const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether PostgreSQL would take the text as a uuid; what is none names nothing. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** Text inside a LIKE pattern that stands for itself. */
export const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
