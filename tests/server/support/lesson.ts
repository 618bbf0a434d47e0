import type { SessionRequest } from '../../../shared/protocol/sessions.ts';
import { Classroom, type Console, type Pupil } from './classroom.ts';
import type { Door } from './door.ts';
import type { Player } from './player.ts';

/** Two worlds under one console: Aida (1 KZ), Boris (2 RU), Cao (1 CN), Dina (2 EU); bots play the rest. */
export class Lesson {
  readonly room: Classroom;
  readonly desk: Console;
  readonly pupils: readonly Pupil[];

  private constructor(room: Classroom, desk: Console, pupils: readonly Pupil[]) {
    this.room = room;
    this.desk = desk;
    this.pupils = pupils;
  }

  /** Everybody in the lobby. */
  static async gather(door: Door, request: SessionRequest = {}): Promise<Lesson> {
    const room = await Classroom.open(door, { worlds: 2, seed: 11, ...request });
    const pupils: Pupil[] = [];
    for (const name of ['Aida', 'Boris', 'Cao', 'Dina']) pupils.push(await room.enter({ name }));
    return new Lesson(room, await room.console(), pupils);
  }

  /** Everybody in the first briefing. */
  static async begin(door: Door, request: SessionRequest = {}): Promise<Lesson> {
    const lesson = await Lesson.gather(door, request);
    await lesson.desk.bid({ do: 'start' });
    for (const { player } of lesson.pupils) await player.phase('briefing');
    return lesson;
  }

  get aida(): Player {
    return (this.pupils[0] as Pupil).player;
  }
  get boris(): Player {
    return (this.pupils[1] as Pupil).player;
  }
  get cao(): Player {
    return (this.pupils[2] as Pupil).player;
  }
  get dina(): Player {
    return (this.pupils[3] as Pupil).player;
  }

  /** All worlds from the briefing into deliberation, and bots done. */
  async deliberate(): Promise<void> {
    await this.desk.bid({ do: 'next', phase: 'briefing' });
    for (const { player } of this.pupils) await player.phase('deliberation');
    await this.desk.sees('that bots have ordered', ({ worlds }) =>
      worlds.every(({ seats }) => seats.every(({ player, ready }) => player !== 'bot' || ready)),
    );
  }
}
