import { t } from '../i18n/messages.ts';

/** Judgement of a change for the reader: better, worse, or neither. */
export type Judgement = 'gain' | 'loss' | 'even';

/** A small triangle for a direction, coloured by whether it is good, with both in words. */
export function Triangle(props: {
  readonly up: boolean;
  readonly judgement: Judgement;
  readonly said?: boolean;
}) {
  return (
    <>
      <svg
        class={`triangle ${props.judgement}`}
        viewBox="0 0 10 9"
        width="10"
        height="9"
        aria-hidden="true"
        focusable="false"
      >
        <path d={props.up ? 'M5 0 10 9H0z' : 'M0 0h10L5 9z'} />
      </svg>
      {props.said ? (
        <span class="hidden">
          {`${t(props.up ? 'common:up' : 'common:down')}${
            props.judgement === 'even'
              ? ''
              : `, ${t(props.judgement === 'gain' ? 'common:better' : 'common:worse')}`
          } `}
        </span>
      ) : null}
    </>
  );
}
