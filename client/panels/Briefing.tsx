import { named, t } from '../i18n/messages.ts';
import { content, seat } from '../state/game.ts';

/** Who you are here, and what will count at the end. */
export function Briefing() {
  const own = seat.value;
  const c = content.value;
  if (!own || !c) return <p class="empty">{t('game:brief.spectator')}</p>;
  const aims = c.objectives.filter((o) => o.power === own);
  return (
    <div class="briefing">
      <p class="lead">{t(`game:brief.role.${own}`)}</p>
      <section aria-labelledby="aims">
        <h3 id="aims">{t('game:brief.aims')}</h3>
        <ul class="aims">
          {aims.map((aim) => (
            <li key={aim.id}>
              <span>{named('game:objective', aim.id)}</span>
              <i style={{ '--weight': `${aim.weight * 2.5}%` }} />
              <b>{t('game:brief.weight', { weight: aim.weight })}</b>
            </li>
          ))}
        </ul>
        <p class="note">{t('game:brief.aimsText')}</p>
      </section>
    </div>
  );
}
