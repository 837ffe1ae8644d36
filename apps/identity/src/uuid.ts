const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether PostgreSQL would take the text as a uuid; what is none names nobody. */
export const isUuid = (text: string): boolean => UUID.test(text);
