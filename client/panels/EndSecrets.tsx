import { POWERS } from '../../shared/core/powers.ts';
import type { EndView } from '../../shared/core/view.ts';
import { signed } from '../i18n/format.ts';
import { named, t } from '../i18n/messages.ts';
import { check, x } from '../icons/lucide.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon } from '../parts/Icon.tsx';

/** The secret aims of all four, opened at last: what was met, and the points beside the public aims. */
export function EndSecrets(props: { readonly end: EndView }) {
  const { secrets } = props.end;
  if (POWERS.every((power) => secrets[power].length === 0)) return null;
  return (
    <section class="end-section" aria-labelledby="end-secrets">
      <h2 id="end-secrets">{t('end:secrets')}</h2>
      <p class="note">{t('end:secretsText')}</p>
      <ul class="end-secrets">
        {POWERS.flatMap((power) =>
          secrets[power].map(({ id, met, points }) => (
            <li key={`${power} ${id}`}>
              <Badge power={power} label />
              <div>
                <p>
                  <b>{named('game:secret', id)}</b>{' '}
                  <span class={met ? 'gain' : 'even'}>
                    <Icon path={met ? check : x} size={16} />{' '}
                    {t(met ? 'end:secretMet' : 'end:secretMissed')}, {signed(points, 0)}
                  </span>
                </p>
                <small class="end-secret-text">{named('game:secretText', id)}</small>
              </div>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
