import type { Content } from '../../shared/core/content.ts';
import type { Power } from '../../shared/core/powers.ts';
import { refuse } from '../../shared/core/refusal.ts';
import { inject, withFreeWords } from '../../shared/game/index.ts';
import type { HostAction } from '../../shared/protocol/messages.ts';
import { type Done, done, no } from './done.ts';
import type { Journal } from './journal.ts';
import type { PhaseClock } from './phaseClock.ts';
import type { Place, Seats } from './seats.ts';

export interface HostingParts {
  readonly content: Content;
  readonly seats: Seats;
  readonly journal: Journal;
  readonly clock: PhaseClock;
  readonly start: () => Promise<void>;
  readonly moveOn: () => Promise<void>;
  readonly end: () => Promise<void>;
  readonly release: (place: Place) => Promise<void>;
  /** The phase may be over now. */
  readonly goesOn: () => void;
  readonly changed: () => void;
}

/** What the host of one table may do beyond playing. */
export class Hosting {
  readonly #parts: HostingParts;
  #next = '';

  constructor(parts: HostingParts) {
    this.#parts = parts;
  }

  /** Code of the game in which the host plays again; empty while there is none. */
  get next(): string {
    return this.#next;
  }

  /** What only the host may do. Removing is for the caller to finish: he knows the connections. */
  async act(power: Power, action: HostAction): Promise<Done> {
    if (!this.#parts.seats.get(power).host) return no(refuse('notHost'));
    if (action.do === 'remove' && action.power === power) return no(refuse('noChange'));
    return this.run(action);
  }

  /** The same for whoever has the right to it already. */
  async run(action: HostAction): Promise<Done> {
    const { seats, journal, clock } = this.#parts;
    const { phase } = journal.state;
    switch (action.do) {
      case 'start':
        if (phase !== 'lobby') return no(refuse('wrongPhase'));
        await this.#parts.start();
        return done;
      case 'pause':
      case 'resume':
        if (phase === 'lobby' || phase === 'debrief') return no(refuse('wrongPhase'));
        clock.setPaused(action.do === 'pause');
        await journal.write({}, [{ kind: action.do, data: {} }]);
        this.#parts.goesOn();
        return done;
      case 'next':
        if (phase === 'lobby' || phase === 'debrief') return no(refuse('wrongPhase'));
        // Pressed twice, it must not pass over the phase that has just begun.
        if (action.phase !== undefined && action.phase !== phase) return no(refuse('wrongPhase'));
        await this.#parts.moveOn();
        return done;
      case 'end':
        // Before the first report there is nothing to look back at.
        if (phase === 'debrief' || journal.state.path.length === 0) return no(refuse('wrongPhase'));
        await this.#parts.end();
        return done;
      case 'words': {
        if (phase === 'debrief') return no(refuse('wrongPhase'));
        const { open } = action;
        journal.state = withFreeWords(journal.state, open);
        await journal.write({}, [{ kind: 'words', data: { open } }]);
        return done;
      }
      case 'card': {
        const laid = inject(this.#parts.content, journal.state, action.card);
        if (!laid.ok) return no(laid.refusal);
        journal.state = laid.value;
        await journal.write({}, [{ kind: 'card', data: action.card }]);
        return done;
      }
      case 'again':
        if (phase !== 'debrief') return no(refuse('wrongPhase'));
        this.#next = action.code;
        this.#parts.changed();
        return done;
      case 'fill':
      case 'empty': {
        if (seats.get(action.power).held) return no(refuse('seatTaken', { power: action.power }));
        // Once the game runs, a bot plays every seat that nobody holds.
        if (phase !== 'lobby') return no(refuse('wrongPhase'));
        seats.setPlayer(action.power, action.do === 'fill' ? 'bot' : 'empty');
        await journal.write({ seats: [seats.get(action.power)] }, []);
        return done;
      }
      case 'remove':
        if (!seats.get(action.power).held) return no(refuse('noChange'));
        for (const { id } of seats.get(action.power).members) {
          await this.#parts.release({ power: action.power, member: id });
        }
        return done;
    }
  }
}
