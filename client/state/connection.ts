import { batch, computed, signal } from '@preact/signals';
import type { Direction } from '../../shared/core/aims.ts';
import { contentAt } from '../../shared/core/indicators.ts';
import type { Vote } from '../../shared/core/motion.ts';
import type { Params } from '../../shared/core/order.ts';
import type { Depth, Power } from '../../shared/core/powers.ts';
import type { Outcome, Refusal } from '../../shared/core/refusal.ts';
import type { Command, Proviso } from '../../shared/core/state.ts';
import type {
  Audience,
  Clause,
  DeclineReason,
  DeedCondition,
  NamedOrder,
} from '../../shared/core/talk.ts';
import type { HostAction } from '../../shared/protocol/messages.ts';
import { refusalText } from '../i18n/refusal.ts';
import { connectGame, type GameConnection } from '../net/connection.ts';
import { write } from './compose.ts';
import { content, notices, room, status, trouble, view } from './game.ts';
import { clearSettings } from './orders.ts';
import { clearPreviews } from './previews.ts';

let connection: GameConnection | null = null;
const lastRefusal = signal<Refusal | null>(null);
/** What the last refusal is about: the type of the command; null for what a host or a seat asked. */
const refusedType = signal<Command['type'] | null>(null);

function isSpoken(type: Command['type'] | null): boolean {
  return type === 'say' || type === 'signal';
}

/** The last refusal of a command, in words, until the next one; that of words stands where they are written. */
export const refused = computed(() =>
  lastRefusal.value && !isSpoken(refusedType.value) ? refusalText(lastRefusal.value) : null,
);

/** Why the last words, or the last warning or promise, were refused; null when they were not. */
export function refusedWords(type: 'say' | 'signal'): string | null {
  return lastRefusal.value && refusedType.value === type ? refusalText(lastRefusal.value) : null;
}

const STATUS = { connecting: 'connecting', open: 'connected', offline: 'offline' } as const;
const ENDED = {
  moved: 'second',
  removed: 'removed',
  deleted: 'deleted',
  refused: 'lost',
  closed: 'lost',
} as const;

function update(loadContent: (scenario: string, depth: Depth) => void): void {
  const now = connection;
  if (!now) return;
  batch(() => {
    const link = now.link();
    // What was refused while nobody answered can be done again.
    if (link === 'open' && status.value === 'offline') lastRefusal.value = null;
    status.value = link === 'ended' ? ENDED[now.ending() ?? 'closed'] : STATUS[link];
    trouble.value = now.refusal();
    notices.value = now.notices();
    room.value = now.room();
    const next = now.view();
    if (next !== view.value) {
      if (next && view.value && next.round !== view.value.round) {
        clearSettings();
        clearPreviews();
        write(null);
        lastRefusal.value = null;
      }
      view.value = next;
    }
  });
  const info = room.value;
  if (info?.scenario) loadContent(info.scenario, info.depth);
}

/** Connects the page to a game and keeps its signals true. */
export function connect(
  code: string,
  contentOf: (scenario: string) => Promise<typeof content.value>,
) {
  let loading = '';
  const load = (scenario: string, depth: Depth): void => {
    if (loading === scenario) return;
    loading = scenario;
    void contentOf(scenario).then((loaded) => {
      content.value = loaded && contentAt(loaded, depth);
    });
  };
  connection?.close();
  connection = connectGame({ code, onChange: () => update(load) });
  update(load);
}

/** Tries again at once. */
export function retry(): void {
  connection?.retry();
}

/** Milliseconds left of the phase by the server's time; null without a deadline. */
export function timeLeft(): number | null {
  return connection?.timeLeft() ?? null;
}

function note(refusal: Refusal | null, type: Command['type'] | null = null): boolean {
  batch(() => {
    lastRefusal.value = refusal;
    refusedType.value = type;
  });
  return refusal === null;
}

type Body = Command extends infer C ? (C extends unknown ? Omit<C, 'id' | 'round'> : never) : never;

/** Sends a command of this seat; what is refused is told in `refused`. */
async function send(body: Body): Promise<boolean> {
  const now = view.value;
  if (!connection || !now) return false;
  const id = Array.from(crypto.getRandomValues(new Uint8Array(9)), (b) => b.toString(36)).join('');
  const done = await connection.command({ id, round: now.round, ...body } as Command);
  return note(done.ok ? null : done.refusal, body.type);
}

export const draftOrder = (kind: string, params: Params) =>
  send({ type: 'draft', order: { kind, params } });
/** @param proviso what it hangs on from now on, null: on nothing; left out: as it was */
export const editDraft = (draft: string, params: Params, proviso?: Proviso | null) =>
  send({ type: 'edit', draft, params, ...(proviso === undefined ? {} : { proviso }) });
export const withdrawDraft = (draft: string) => send({ type: 'withdraw', draft });
export const rankDrafts = (drafts: readonly string[]) => send({ type: 'rank', drafts });
export const keepSecrets = (secrets: readonly string[]) => send({ type: 'keep', secrets });
export const setAim = (indicator: string | null) => send({ type: 'aim', indicator });
export const setForecast = (indicator: string, direction: Direction) =>
  send({ type: 'forecast', indicator, direction });
export const castVote = (motion: string, vote: Vote) => send({ type: 'vote', motion, vote });
export const proposeOffer = (to: readonly Power[], clauses: readonly Clause[]) =>
  send({ type: 'propose', to, clauses });
export const counterOffer = (proposal: string, clauses: readonly Clause[]) =>
  send({ type: 'counter', proposal, clauses });
export const signOffer = (proposal: string, version: number) =>
  send({ type: 'sign', proposal, version });
export const declineOffer = (proposal: string, version: number, reason: DeclineReason) =>
  send({ type: 'decline', proposal, version, reason });
export const retractOffer = (proposal: string) => send({ type: 'retract', proposal });
export const leaveAgreement = (agreement: string, notice: boolean) =>
  send({ type: 'leave', agreement, notice });
export const deemClause = (agreement: string, clause: number, kept: boolean) =>
  send({ type: 'deem', agreement, clause, kept });
export const sayWords = (to: Audience, text: string) => send({ type: 'say', to, text });
export const giveSignal = (
  to: Audience,
  kind: 'warn' | 'promise',
  order: NamedOrder,
  until: number,
  when: DeedCondition | null = null,
) => send({ type: 'signal', to, kind, order, until, ...(when ? { when } : {}) });
export const setReady = (ready: boolean) => send({ type: 'ready', ready });

async function noted(asked: Promise<Outcome<unknown>> | undefined): Promise<boolean> {
  const done = await asked;
  return done ? note(done.ok ? null : done.refusal) : false;
}

/** What only the person who opened the game may do. */
export const askHost = (action: HostAction) => noted(connection?.host(action));
/** Calls the facilitator of the session. */
export const callForHelp = (text: string) => noted(connection?.callForHelp(text));
export const moveTo = (power: Power) => noted(connection?.move(power));

/** The personal code for another device, or null when there is none now. */
export async function returnCode(): Promise<string | null> {
  const got = await connection?.returnCode();
  return got?.ok ? got.value : null;
}
