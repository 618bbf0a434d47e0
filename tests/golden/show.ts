import { contentOf } from '../../server/content.ts';
import { goldenNames, goldenScript, goldenTranscript, writeTranscript } from './files.ts';
import { playGolden } from './game.ts';

/**
 * Shows what the working tree does to the golden games, line by line; with --write records it.
 * Exit code 1 when something differs and nothing was written.
 */

const write = process.argv.includes('--write');
const content = contentOf('lesson');
let changed = 0;
for (const name of goldenNames()) {
  const { transcript } = playGolden(content, goldenScript(name));
  const before = goldenTranscript(name);
  if (transcript === before) {
    process.stdout.write(`${name}: as recorded\n`);
    continue;
  }
  changed += 1;
  const old = before.split('\n');
  const now = transcript.split('\n');
  let shown = 0;
  let differing = 0;
  process.stdout.write(`${name}: changed\n`);
  for (let i = 0; i < Math.max(old.length, now.length); i += 1) {
    if (old[i] === now[i]) continue;
    differing += 1;
    if (shown >= 40) continue;
    shown += 1;
    if (old[i] !== undefined) process.stdout.write(`  - ${old[i]}\n`);
    if (now[i] !== undefined) process.stdout.write(`  + ${now[i]}\n`);
  }
  if (differing > shown) process.stdout.write(`  and ${differing - shown} more lines\n`);
  if (write) writeTranscript(name, transcript);
}
if (changed > 0 && write) process.stdout.write(`${changed} transcripts recorded\n`);
if (changed > 0 && !write) {
  process.stdout.write('If this is what you want: npm run golden -- --write\n');
  process.exitCode = 1;
}
