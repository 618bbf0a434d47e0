/** A piece of a sentence that has changed: it stands still, was taken out, or is new. */
export interface Piece {
  readonly text: string;
  readonly as: 'plain' | 'old' | 'new';
}

/** A word, or a mark before or behind it. */
interface Token {
  readonly text: string;
  /** A space stands before it. */
  readonly apart: boolean;
}

/** Words, with brackets and quotation marks by themselves: they seldom change with what they hold. */
function tokens(sentence: string): readonly Token[] {
  return sentence.split(' ').flatMap((word) => {
    const parts = /^([(«“]*)(.*?)([)»”.,;:]*)$/u.exec(word)?.slice(1) ?? [word];
    return parts.filter((text) => text !== '').map((text, i): Token => ({ text, apart: i === 0 }));
  });
}

/** Lengths of the longest common subsequences of all ends of two sentences. */
function commonEnds(a: readonly Token[], b: readonly Token[]): readonly (readonly number[])[] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i] as number[];
      row[j] =
        a[i]?.text === b[j]?.text
          ? 1 + (table[i + 1]?.[j + 1] ?? 0)
          : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

/** Each token of both sentences in reading order, with what became of it. */
function marked(a: readonly Token[], b: readonly Token[]): readonly (Token & Pick<Piece, 'as'>)[] {
  const table = commonEnds(a, b);
  const all: (Token & Pick<Piece, 'as'>)[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [old, now] = [a[i], b[j]];
    if (old && now && old.text === now.text) {
      all.push({ ...now, as: 'plain' });
      i += 1;
      j += 1;
    } else if (old && (!now || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      all.push({ ...old, as: 'old' });
      i += 1;
    } else if (now) {
      all.push({ ...now, as: 'new' });
      j += 1;
    }
  }
  return all;
}

/** What has changed between two wordings, word by word; what was taken out stands before what is new. */
export function changes(old: string, now: string): readonly Piece[] {
  const pieces: { text: string; as: Piece['as'] }[] = [];
  const add = (text: string, as: Piece['as']): void => {
    const last = pieces.at(-1);
    if (last?.as === as) last.text += text;
    else pieces.push({ text, as });
  };
  marked(tokens(old), tokens(now)).forEach(({ text, apart, as }, i) => {
    const last = pieces.at(-1)?.as;
    // A new word follows the one that it replaces, even where a bracket opened before it.
    const space = i > 0 && (apart || (as === 'new' && last === 'old'));
    if (space) add(' ', last === as ? as : 'plain');
    add(text, as);
  });
  return pieces;
}
