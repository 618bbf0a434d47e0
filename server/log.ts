import { type Logger, pino } from 'pino';

/**
 * The log tells what happened to the machine, not who played what: no tokens, no return codes, no
 * names, no request bodies. The redaction is a second wall for what a careless line would carry.
 */
export function createLog(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: [
        'token',
        'returnCode',
        '*.token',
        '*.returnCode',
        'req.body',
        'body',
        'headers',
        '*.headers',
      ],
      censor: '(secret)',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * The framework logs free text, arguments and all; only its first line of text is taken over. What
 * goes wrong before `listening` is told to the person who starts the program, in words of our own.
 */
export function frameworkLog(log: Logger, listening: () => boolean) {
  const line = (args: readonly unknown[]): string => {
    const first = args[0];
    const text = first instanceof Error ? first.message : String(first ?? '');
    return (text.split('\n')[0] as string).slice(0, 300);
  };
  return {
    trace: (...args: unknown[]) => log.trace(line(args)),
    debug: (...args: unknown[]) => log.debug(line(args)),
    info: (...args: unknown[]) => log.info(line(args)),
    warn: (...args: unknown[]) => log.warn(line(args)),
    error: (...args: unknown[]) => log[listening() ? 'error' : 'debug'](line(args)),
  };
}
