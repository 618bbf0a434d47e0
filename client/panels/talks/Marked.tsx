import { t } from '../../i18n/messages.ts';
import type { Piece } from '../../words/clauses.ts';

/** A clause's sentence with what changed: struck, and underlined; read aloud as was and now. */
export function Marked(props: { readonly pieces: readonly Piece[] }) {
  return (
    <>
      {props.pieces.map(({ text, as }, i) => {
        const key = `${i} ${text}`;
        const space = i > 0 ? ' ' : '';
        if (as === 'plain') return <span key={key}>{space + text}</span>;
        const Tag = as === 'old' ? 'del' : 'ins';
        return (
          <span key={key}>
            {space}
            <Tag>
              <span class="hidden">{t(as === 'old' ? 'talks:was' : 'talks:now')} </span>
              {text}
            </Tag>
          </span>
        );
      })}
    </>
  );
}
