import { named, t } from '../i18n/messages.ts';
import { check, eye } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { keepSecrets } from '../state/connection.ts';
import { view } from '../state/game.ts';

/** The aims that only this power knows: which to keep, and how they stand. */
export function SecretAims() {
  const secrets = view.value?.secrets;
  if (!secrets) return null;
  const { dealt, kept, keep, open, met } = secrets;
  const shown = open ? dealt : kept;
  return (
    <section class="secrets" aria-labelledby="secrets">
      <h3 id="secrets">
        <Icon path={eye} size={16} /> {t('game:secrets.heading', { count: kept.length })}
      </h3>
      <p class="note">{t(open ? 'game:secrets.choose' : 'game:secrets.note', { count: keep })}</p>
      <ul class="plain-list">
        {shown.map((id) => {
          const isKept = kept.includes(id);
          return (
            <li key={id} data-kept={isKept ? '' : undefined}>
              <p>
                <b>{named('game:secret', id)}</b>{' '}
                <small class={met[id] ? 'gain' : 'even'}>
                  {t(met[id] ? 'game:secrets.met' : 'game:secrets.notYet')}
                </small>
              </p>
              <p>{named('game:secretText', id)}</p>
              {open ? (
                <button
                  type="button"
                  class="button quiet small"
                  aria-pressed={isKept}
                  // The one kept longest makes room: as many are kept as the game asks for.
                  onClick={() => (isKept ? undefined : void keepSecrets([...kept.slice(1), id]))}
                >
                  {isKept ? <Icon path={check} /> : null}
                  {t(isKept ? 'game:secrets.kept' : 'game:secrets.keep')}
                  <span class="hidden">: {named('game:secret', id)}</span>
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
