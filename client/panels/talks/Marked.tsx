import { t } from '../../i18n/messages.ts';
import { pieces } from '../../words/clauses.ts';

/** A clause's sentence with what changed: struck, and underlined; read aloud as was and now. */
export function Marked(props: { readonly text: string }) {
  return (
    <>
      {pieces(props.text).map(({ text, as }, i) => {
        const key = `${i} ${text}`;
        if (as === 'plain') return <span key={key}>{text}</span>;
        if (as === 'old') {
          return (
            <del key={key}>
              <span class="hidden">{t('talks:was')} </span>
              {text}
            </del>
          );
        }
        return (
          <ins key={key}>
            <span class="hidden"> {t('talks:now')} </span>
            {text}
          </ins>
        );
      })}
    </>
  );
}
