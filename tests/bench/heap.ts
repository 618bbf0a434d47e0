import type { Program } from '../server/support/program.ts';

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

/** Environment under which a program lets `heapOf` look into it. */
export const WATCHED = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

/** Bytes that a program holds after everything that nobody holds is swept away, array buffers included. */
export async function heapOf(program: Program): Promise<number> {
  const address = program.printed.match(/Debugger listening on (ws:\S+)/)?.[1];
  if (address === undefined) throw new Error('the program cannot be looked into');
  const socket = new WebSocket(address);
  await new Promise((open, failed) => {
    socket.onopen = open;
    socket.onerror = failed;
  });
  let asked = 0;
  const ask = (method: string): Promise<unknown> => {
    asked += 1;
    const id = asked;
    socket.send(JSON.stringify({ id, method }));
    return new Promise((done) => {
      socket.addEventListener('message', ({ data }) => {
        const reply = JSON.parse(String(data));
        if (reply.id === id) done(reply.result);
      });
    });
  };
  for (let i = 0; i < 3; i += 1) await ask('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = (await ask('Runtime.getHeapUsage')) as HeapUsage;
  socket.close();
  return usedSize + backingStorageSize;
}
