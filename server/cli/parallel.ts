import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** A piece of work as a module: its `work` takes one input and gives one result, both plain data. */
export type Work<T, R> = (input: T) => R;

/** Threads that are of use on this machine. */
export function cores(): number {
  return availableParallelism();
}

/**
 * Results of `work` for every input, in the order of the inputs: the same however many threads share
 * them, since no piece of work knows of another.
 * @param module address of the module that exports `work`
 * @throws Error with the worker's own message when one fails
 */
export async function inParallel<T, R>(
  module: URL,
  inputs: readonly T[],
  jobs: number,
): Promise<readonly R[]> {
  if (jobs <= 1 || inputs.length <= 1) {
    const { work } = (await import(module.href)) as { work: Work<T, R> };
    return inputs.map(work);
  }
  const results = new Array<R>(inputs.length);
  const workers: Worker[] = [];
  let next = 0;
  try {
    await Promise.all(
      Array.from({ length: Math.min(jobs, inputs.length) }, () => {
        const worker = new Worker(new URL('./parallelWorker.ts', import.meta.url), {
          workerData: module.href,
        });
        workers.push(worker);
        return new Promise<void>((resolve, reject) => {
          const ask = (): void => {
            if (next >= inputs.length) {
              resolve();
              return;
            }
            worker.postMessage({ index: next, input: inputs[next] });
            next += 1;
          };
          worker.on('message', ({ index, result }: { index: number; result: R }) => {
            results[index] = result;
            ask();
          });
          worker.on('error', reject);
          ask();
        });
      }),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return results;
}
