/**
 * Checks a scenario and says what is wrong with it: file, path inside the file, reason.
 *
 *   npm run scenario:check -- assets/scenarios/lesson/scenario.json
 */
import { scenarioIds } from '../content.ts';
import { fail } from './flags.ts';
import { checkScenario } from './scenarioFindings.ts';

const [given, ...more] = process.argv.slice(2);
if (given === undefined || more.length > 0 || given.startsWith('-')) {
  fail(
    `Name one scenario: npm run scenario:check -- FILE, the folder of it, or one of ${scenarioIds().join(', ')}.`,
  );
}
const { id, complaints, content } = checkScenario(given);
for (const { file, path, reason } of complaints) {
  process.stderr.write(`${file}: ${path}: ${reason}\n`);
}
if (complaints.length > 0) process.exitCode = 1;
else if (content) {
  const { halves, network, events, objectives } = content;
  process.stdout.write(
    `${id} is fine: ${halves.length} rounds from ${halves[0]} to ${halves.at(-1)}, ${network.nodes.length} places, ` +
      `${network.pairs.length} pairs with ${network.paths.length} paths, ${events.length} events, ${objectives.length} objectives.\n`,
  );
}
