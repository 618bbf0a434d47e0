/** A move of one entry, of a whole word, or of a column: `att(*,EEU)` is the attitude of all segments. */
export interface EventEffect {
  readonly word: string;
  readonly delta: number;
  /** The delta is a part of what the entry is. */
  readonly relative?: boolean;
  /** Table of sensitivities by segment, for words whose first key is a segment. */
  readonly by?: string;
  /** Initiative that a segment must know of: the move is in proportion to its awareness. */
  readonly known?: string;
}
