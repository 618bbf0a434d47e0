import type { Logger } from 'pino';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { Problem } from './problem.ts';
import { type RunningServer, startServer } from './server.ts';

/** The program: settings from the environment, one sentence for what can be mended, a clean end. */

/** Milliseconds after which whoever asked us to end will not wait any more. */
const LONGEST_END = 10_000;

async function main(): Promise<void> {
  let server: RunningServer;
  let log: Logger;
  try {
    const config = readConfig(process.env);
    log = createLog(config.logLevel);
    server = await startServer({ config, log });
  } catch (error) {
    const sentence =
      error instanceof Problem ? error.message : String((error as Error)?.stack ?? error);
    process.stderr.write(`${sentence}\n`);
    process.exit(1);
  }
  process.stdout.write(
    `Multivector is ready.\n${server.addresses.map((a) => `  ${a}\n`).join('')}`,
  );
  let ending = false;
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    server.stop().then(
      () => process.exit(code),
      (error: unknown) => {
        log.fatal({ err: error }, 'the end was not clean');
        process.exit(1);
      },
    );
    setTimeout(() => process.exit(1), LONGEST_END).unref();
  };
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a fault that nothing caught');
    end(1);
  });
  // A promise that nobody waited for belongs to one game or one request: the others play on.
  process.on('unhandledRejection', (error) => {
    log.error({ err: error }, 'a promise failed that nobody waited for');
  });
}

await main();
