import type { Logger } from 'pino';

/** A fault in one game is logged and stays in that game. */
export function guarded(
  { log, code }: { readonly log: Logger; readonly code: string },
  work: () => void | Promise<void>,
): void {
  const report = (error: unknown): void => {
    log.error({ err: error, code }, 'a game failed');
  };
  try {
    const result = work();
    if (result instanceof Promise) result.catch(report);
  } catch (error) {
    report(error);
  }
}
