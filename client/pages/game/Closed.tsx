import { t } from '../../i18n/messages.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { triangleAlert } from '../../icons/lucide.ts';
import { codeFromAddress, joinAddress } from '../../parts/address.ts';
import { Footer } from '../../parts/Footer.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { status, trouble } from '../../state/game.ts';

function reason(): string {
  if (status.value === 'removed') return t('game:conn.removed');
  if (status.value === 'deleted') return t('game:conn.gone');
  return trouble.value ? refusalText(trouble.value) : t('game:conn.gone');
}

/** There is no way back to this seat: why, and where to go from here. */
export function Closed() {
  const code = codeFromAddress();
  return (
    <div class="page">
      <PageHead />
      <main class="closed" id="main" tabIndex={-1}>
        <h1>{t('game:conn.closed')}</h1>
        <p class="closed-why" role="alert">
          <Icon path={triangleAlert} size={20} /> {reason()}
        </p>
        <p class="closed-ways">
          {status.value === 'removed' || status.value === 'lost' ? (
            <a class="button filled" href={joinAddress(code)}>
              {t('game:conn.joinAgain')}
            </a>
          ) : null}
          <a class={status.value === 'deleted' ? 'button filled' : 'button'} href="/">
            {t('common:back')}
          </a>
        </p>
      </main>
      <Footer />
    </div>
  );
}
