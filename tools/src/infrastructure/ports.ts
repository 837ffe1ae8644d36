import { createServer } from 'node:net';
import { StartProblem } from './problem.js';

/** Every port of the system before the offset is added. */
const BASE_PORTS = {
  gateway: 4000,
  identity: 4001,
  departments: 4002,
  grids: 4003,
  cases: 4004,
  evaluations: 4005,
  casesWorker: 4014,
  postgres: 15432,
  keycloak: 8180,
  keycloakManagement: 8190,
  temporal: 7233,
  temporalHistory: 7234,
  temporalMatching: 7235,
  temporalWorker: 7239,
  temporalHttp: 7243,
  temporalMetrics: 7290,
  temporalFrontendMembership: 6933,
  temporalHistoryMembership: 6934,
  temporalMatchingMembership: 6935,
  temporalWorkerMembership: 6939,
  temporalUi: 8233,
} as const;

export type PortName = keyof typeof BASE_PORTS;
export type Ports = Record<PortName, number>;

/** The largest offset with which Temporal starts: it keeps its own ports in a table as 16-bit numbers with a sign. */
const LARGEST_OFFSET = 32_767 - BASE_PORTS.temporalMetrics;

export function portsFor(offset: number): Ports {
  if (!Number.isInteger(offset) || offset < 0 || offset > LARGEST_OFFSET)
    throw new StartProblem(`YIWANG_PORT_OFFSET must be a whole number from 0 to ${LARGEST_OFFSET}`);
  return Object.fromEntries(Object.entries(BASE_PORTS).map(([name, port]) => [name, port + offset])) as Ports;
}

export const isPortFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });

/** Refuses, naming the port and who needs it, when another program holds one of these. */
export async function requireFreePorts(needed: { port: number; user: string }[]): Promise<void> {
  for (const { port, user } of needed)
    if (!(await isPortFree(port)))
      throw new StartProblem(
        `Port ${port} is taken by another program, and ${user} needs it: ` +
          'stop that program, or move every port by setting YIWANG_PORT_OFFSET, for example to 5000',
      );
}
