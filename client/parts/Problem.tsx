import { triangleAlert } from '../icons/lucide.ts';
import { Icon } from './Icon.tsx';

/** What went wrong and the way out, said at once to everybody. */
export function Problem(props: { readonly id?: string; readonly text: string | null }) {
  return (
    <div id={props.id} role="alert" class={props.text ? 'problem under' : undefined}>
      {props.text ? (
        <>
          <Icon path={triangleAlert} size={18} />
          <p>{props.text}</p>
        </>
      ) : null}
    </div>
  );
}
