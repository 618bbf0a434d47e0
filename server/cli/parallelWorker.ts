import { parentPort, workerData } from 'node:worker_threads';
import type { Work } from './parallel.ts';

const { work } = (await import(workerData as string)) as { work: Work<unknown, unknown> };
parentPort?.on('message', ({ index, input }: { index: number; input: unknown }) => {
  parentPort?.postMessage({ index, result: work(input) });
});
