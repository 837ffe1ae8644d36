import { createServer } from 'node:net';
import { isPortFree, portsFor, requireFreePorts } from './ports.js';
import { StartProblem } from './problem.js';

describe('ports', () => {
  it('all move by the offset and stay apart', () => {
    const ports = Object.values(portsFor(10_000));
    expect(portsFor(10_000).gateway).toBe(14_000);
    expect(new Set(ports).size).toBe(ports.length);
  });

  it.each([-1, 1.5, NaN, 26_000, 60_000])('refuses the offset %p', (offset) => {
    expect(() => portsFor(offset)).toThrow(StartProblem);
  });

  it('names the port, who needs it and the way out when it is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    await expect(requireFreePorts([{ port, user: 'Keycloak' }])).rejects.toThrow(
      `Port ${port} is taken by another program, and Keycloak needs it: stop that program, or move every port by setting YIWANG_PORT_OFFSET`,
    );
    await new Promise((resolve) => server.close(resolve));
    expect(await isPortFree(port)).toBe(true);
  });
});
