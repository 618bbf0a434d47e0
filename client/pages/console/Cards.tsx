import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { MOST_EFFECTS } from '../../../shared/core/card.ts';
import type { Content } from '../../../shared/core/content.ts';
import { POWERS } from '../../../shared/core/powers.ts';
import type { CardPreview } from '../../../shared/game/index.ts';
import type { HallState } from '../../../shared/protocol/hall.ts';
import { contentOf } from '../../content.ts';
import { named, t } from '../../i18n/messages.ts';
import { Badge } from '../../parts/Badge.tsx';
import { aimedAt, give } from '../../state/hall.ts';
import { indicatorName } from '../../words/indicators.ts';

const OWN = '';

interface Effect {
  readonly word: string;
  readonly delta: number;
}

/** The name of a word that a card may move. */
function wordName(word: string): string {
  return named('hall:word', word.replace(/\(\*,|\(|,/g, '_').replace(')', ''));
}

/** What a card would do to the indicators of each power, by arrows in words and signs. */
function Foreseen(props: { readonly preview: CardPreview }) {
  const rows = POWERS.flatMap((power) =>
    props.preview[power]
      .filter(({ arrows }) => arrows !== 0)
      .map(({ id, arrows }) => ({ power, id, arrows })),
  );
  if (rows.length === 0) return <p class="note">{t('hall:card.nothing')}</p>;
  return (
    <ul class="console-foreseen">
      {rows.map(({ power, id, arrows }) => (
        <li key={`${power} ${id}`}>
          <Badge power={power} label /> {indicatorName(id)}{' '}
          <b>{(arrows > 0 ? '▲' : '▼').repeat(Math.abs(arrows))}</b>
        </li>
      ))}
    </ul>
  );
}

function OwnEffects(props: {
  readonly words: Readonly<Record<string, number>>;
  readonly effects: readonly Effect[];
  onChange(effects: readonly Effect[]): void;
}) {
  const { words, effects } = props;
  const ids = Object.keys(words);
  const set = (k: number, change: Partial<Effect>): void =>
    props.onChange(effects.map((one, i) => (i === k ? { ...one, ...change } : one)));
  return (
    <>
      {effects.map(({ word, delta }, k) => {
        const most = words[word] ?? 1;
        return (
          <div key={k} class="row">
            <label class="console-grow">
              <span class="label">{t('hall:card.effect')}</span>
              <select
                class="select"
                value={word}
                onChange={(event) =>
                  set(k, {
                    word: event.currentTarget.value,
                    delta: words[event.currentTarget.value] ?? 1,
                  })
                }
              >
                {ids.map((id) => (
                  <option key={id} value={id}>
                    {wordName(id)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <span class="label">{t('hall:card.by')}</span>
              <input
                class="field console-number"
                type="number"
                min={-most}
                max={most}
                step={most / 10}
                value={delta}
                onInput={(event) => set(k, { delta: Number(event.currentTarget.value) })}
              />
            </label>
          </div>
        );
      })}
      {effects.length < MOST_EFFECTS ? (
        <p>
          <button
            type="button"
            class="text-button"
            onClick={() => {
              const word = ids[effects.length] ?? ids[0] ?? '';
              props.onChange([...effects, { word, delta: words[word] ?? 1 }]);
            }}
          >
            {t('hall:card.add')}
          </button>
        </p>
      ) : null}
    </>
  );
}

/** Lays an event of the deck or of one's own into the round, after a look at what it would do. */
export function Cards(props: { readonly state: HallState }) {
  const { scenario, worlds } = props.state;
  const content = useSignal<Content | null>(null);
  const deck = useSignal<string | null>(null);
  const text = useSignal('');
  const effects = useSignal<readonly Effect[]>([]);
  const world = useSignal(worlds[0]?.number ?? 1);
  const preview = useSignal<CardPreview | null>(null);
  const laid = useSignal(false);
  useEffect(() => {
    void contentOf(scenario).then((loaded) => {
      content.value = loaded;
      deck.value ??= loaded.cards.deck[0]?.id ?? OWN;
    });
  }, [scenario]);
  const c = content.value;
  if (!c || deck.value === null) return <p role="status">{t('hall:link.looking')}</p>;
  const card =
    deck.value === OWN ? { text: text.value, effects: [...effects.value] } : { deck: deck.value };
  const changed = (): void => {
    preview.value = null;
    laid.value = false;
  };
  const look = async (): Promise<void> => {
    const done = await give<CardPreview>({ do: 'preview', card, world: world.value });
    preview.value = done.ok ? done.value : null;
  };
  const lay = async (): Promise<void> => {
    laid.value = (await give({ do: 'card', card, ...aimedAt() })).ok;
  };
  return (
    <div class="console-form">
      <label>
        <span class="label">{t('hall:card.choose')}</span>
        <select
          class="select"
          value={deck.value}
          onChange={(event) => {
            deck.value = event.currentTarget.value;
            changed();
          }}
        >
          {c.cards.deck.map(({ id }) => (
            <option key={id} value={id}>
              {named('causes:card', id)}
            </option>
          ))}
          <option value={OWN}>{t('hall:card.own')}</option>
        </select>
      </label>
      {deck.value === OWN ? (
        <>
          <label>
            <span class="label">{t('hall:card.text')}</span>
            <textarea
              class="field"
              rows={2}
              maxLength={280}
              value={text.value}
              onInput={(event) => {
                text.value = event.currentTarget.value;
                changed();
              }}
            />
          </label>
          <OwnEffects
            words={c.cards.words}
            effects={effects.value}
            onChange={(next) => {
              effects.value = next;
              changed();
            }}
          />
        </>
      ) : (
        <p class="note">{named('game:news.card', deck.value)}</p>
      )}
      {worlds.length > 1 ? (
        <label>
          <span class="label">{t('hall:card.in')}</span>
          <select
            class="select"
            value={String(world.value)}
            onChange={(event) => {
              world.value = Number(event.currentTarget.value);
              changed();
            }}
          >
            {worlds.map(({ number }) => (
              <option key={number} value={String(number)}>
                {t('hall:world.heading', { n: number })}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <p class="row">
        <button type="button" class="button" onClick={() => void look()}>
          {t('hall:card.preview')}
        </button>
        <button type="button" class="button filled" onClick={() => void lay()}>
          {t('hall:card.lay')}
        </button>
      </p>
      {preview.value ? <Foreseen preview={preview.value} /> : null}
      <p role="status" class="caption">
        {laid.value ? t('hall:card.laid') : ''}
      </p>
    </div>
  );
}
