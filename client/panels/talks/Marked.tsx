import { t } from '../../i18n/messages.ts';
import type { Piece } from '../../words/changes.ts';

/** A sentence with what changed: struck, and underlined; read aloud as was and now. */
export function Marked(props: { readonly pieces: readonly Piece[] }) {
  return (
    <>
      {props.pieces.map(({ text, as }, i) => {
        const key = `${i} ${text}`;
        if (as === 'plain') return <span key={key}>{text}</span>;
        const Tag = as === 'old' ? 'del' : 'ins';
        return (
          <Tag key={key}>
            <span class="hidden">{t(as === 'old' ? 'talks:was' : 'talks:now')} </span>
            {text}
          </Tag>
        );
      })}
    </>
  );
}
