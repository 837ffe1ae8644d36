/** The services that own a schema and a database role each. */
export const SERVICES = ['identity', 'departments', 'grids', 'cases', 'evaluations'] as const;
export type ServiceName = (typeof SERVICES)[number];
