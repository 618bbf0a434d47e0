/**
 * Something that a person at the machine can mend: one clear sentence with the way out. It ends the
 * program without a stack trace.
 */
export class Problem extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'Problem';
  }
}
