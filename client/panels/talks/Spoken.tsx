import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Power } from '../../../shared/core/powers.ts';
import { MAX_STATEMENT, type Signal, type Statement } from '../../../shared/core/talk.ts';
import { t } from '../../i18n/messages.ts';
import { check, hourglass, minus, send, volume2, volumeX, x } from '../../icons/lucide.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { audienceOf, type Channel, othersIn } from '../../state/channels.ts';
import { refusedWords, sayWords } from '../../state/connection.ts';
import { seat } from '../../state/game.ts';
import {
  canOffer,
  isMuted,
  partners,
  setMuted,
  signalsIn,
  talks,
  wordsIn,
} from '../../state/talks.ts';
import { signalText } from '../../words/signals.ts';

/** From so few signs left on, they are counted. */
const FEW = 60;

const FATE_ICON = { open: hourglass, kept: check, bluffed: x, void: minus } as const;

type Line = Statement | Signal;

function isSignal(line: Line): line is Signal {
  return 'order' in line;
}

/** Free words and warnings as they were said: the rules keep them in the order of the rounds. */
function linesIn(channel: Channel): readonly Line[] {
  return [...wordsIn(channel), ...signalsIn(channel)].sort((a, b) => a.round - b.round);
}

function Said(props: { readonly line: Line }) {
  const { line } = props;
  return (
    <li
      data-own={line.by === seat.value ? '' : undefined}
      data-signal={isSignal(line) ? '' : undefined}
    >
      <Badge power={line.by} size={16} label />
      {isSignal(line) ? (
        <p>
          <strong>{t(`talks:signal.${line.kind}`)}.</strong> {signalText(line)}
          <span class={`fate fate-${line.fate}`}>
            <Icon path={FATE_ICON[line.fate]} size={14} /> {t(`talks:signalFate.${line.fate}`)}
          </span>
        </p>
      ) : (
        <p>{line.text}</p>
      )}
    </li>
  );
}

function sayLabel(channel: Channel): string {
  const [first, second] = othersIn(channel);
  if (channel === 'all' || !first) return t('talks:words.toAll');
  return second
    ? t('talks:words.toBoth')
    : t('talks:words.to', { power: t(`common:powerInside.${first}`) });
}

/** The field for free words. Closed when the host has switched talk off, or when the round is past it. */
function SayBox(props: { readonly channel: Channel }) {
  const { channel } = props;
  const typed = useSignal('');
  const left = MAX_STATEMENT - [...typed.value].length;
  const say = async (): Promise<void> => {
    if (typed.value.trim() && left >= 0 && (await sayWords(audienceOf(channel), typed.value))) {
      typed.value = '';
    }
  };
  if (!talks.value.open) return <p class="note closed-words">{t('talks:words.closed')}</p>;
  const label = sayLabel(channel);
  return (
    <form
      class="say"
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <textarea
        class="field"
        rows={2}
        aria-label={label}
        placeholder={label}
        value={typed.value}
        disabled={!canOffer.value}
        aria-invalid={left < 0}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          void say();
        }}
      />
      <button
        type="submit"
        class="button quiet"
        disabled={!canOffer.value || left < 0 || typed.value.trim() === ''}
      >
        <Icon path={send} /> {t('talks:words.say')}
      </button>
      {left < FEW ? (
        <p class={left < 0 ? 'note loss' : 'note'} role="status">
          {left < 0
            ? t('refusal:wordsLong', { max: MAX_STATEMENT })
            : t('talks:words.left', { count: left })}
        </p>
      ) : null}
      <Problem text={refusedWords('say')} />
    </form>
  );
}

/** Whether there is anything of a power to hide or to show. */
function hasSpoken(power: Power): boolean {
  return isMuted(power) || talks.value.statements.some(({ by }) => by === power);
}

/** Hides and shows a power's free words on this device; named where several speak. */
function Mute(props: { readonly power: Power; readonly named: boolean }) {
  const { power } = props;
  const off = isMuted(power);
  const what = t(off ? 'talks:words.unmute' : 'talks:words.mute');
  return (
    <button type="button" class="button quiet small mute" onClick={() => setMuted(power, !off)}>
      <Icon path={off ? volumeX : volume2} />{' '}
      {props.named ? (
        <>
          <span class="hidden">{what}: </span>
          <Badge power={power} size={16} label />
        </>
      ) : (
        what
      )}
    </button>
  );
}

/** What was said in a channel, and the field to say more. */
export function Spoken(props: { readonly channel: Channel }) {
  const { channel } = props;
  const lines = linesIn(channel);
  const several = othersIn(channel).length > 1;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = list.current;
    if (box && lines.length > 0) box.scrollTop = box.scrollHeight;
  }, [lines.length]);
  const muted = partners.value.filter(
    (power) => isMuted(power) && othersIn(channel).includes(power),
  );
  return (
    <section class="spoken" aria-labelledby="spoken-heading">
      <header>
        <h3 id="spoken-heading">{t('talks:words.heading')}</h3>
        {channel === 'all' ? null : (
          <p class="mutes">
            {othersIn(channel)
              .filter(hasSpoken)
              .map((power) => (
                <Mute key={power} power={power} named={several} />
              ))}
          </p>
        )}
      </header>
      {lines.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <div ref={list} class="said" role="log" aria-label={t('talks:words.heading')} tabIndex={0}>
          <ul>
            {lines.map((line) => (
              <Said key={line.id} line={line} />
            ))}
          </ul>
        </div>
      ) : (
        <p class="empty">{t('talks:words.none')}</p>
      )}
      {muted.map((power) => (
        <p class="note" key={power}>
          {t('talks:words.muted', { power: t(`common:powerInside.${power}`) })}
        </p>
      ))}
      <SayBox channel={channel} />
    </section>
  );
}
