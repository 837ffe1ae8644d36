import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Door {
  /** Where the service behind it is reached through the door. */
  address: string;
  /** Cuts every connection and refuses new ones: what stands behind is away. */
  shut(): void;
  /** Takes connections and bytes but passes nothing on: what stands behind hangs. */
  jam(): void;
  open(): void;
  close(): Promise<void>;
}

/** A door on the way to a service (`host:port`) that a test can shut, jam and open again. */
export async function doorTo(address: string): Promise<Door> {
  const [host, port] = address.split(':') as [string, string];
  const sockets = new Set<Socket>();
  let state: 'open' | 'shut' | 'jammed' = 'open';
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = createServer((socket) => {
    keep(socket);
    if (state === 'shut') return void socket.destroy();
    if (state === 'jammed') return void socket.resume();
    const beyond = connect(Number(port), host);
    keep(beyond);
    socket.on('close', () => beyond.destroy());
    beyond.on('close', () => socket.destroy());
    socket.pipe(beyond).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  const become = (next: typeof state) => (): void => {
    state = next;
    if (next !== 'open') cut();
  };
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    shut: become('shut'),
    jam: become('jammed'),
    open() {
      if (state === 'jammed') cut();
      state = 'open';
    },
    async close() {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
