import type { Refusal } from '../../../shared/core/refusal.ts';
import type {
  CreatedGame,
  CreateRequest,
  GameInfo,
  JoinedGame,
  JoinRequest,
} from '../../../shared/protocol/messages.ts';
import { Player } from './player.ts';

/** Whatever an answer may carry; a test reads what it asked for. */
type Reply = GameInfo & CreatedGame & JoinedGame & { readonly refusal: Refusal };

/** The way into a server's games, as pages use it. */
export abstract class Door {
  abstract readonly url: string;

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: Reply }> {
    const response = await fetch(`${this.url}/api/games${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Reply };
  }

  async create(request: Partial<CreateRequest> = {}): Promise<CreatedGame> {
    const { status, body } = await this.ask('POST', '', {
      mode: 'friends',
      name: 'Host',
      ...request,
    });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  /** Joins and connects. @throws the refusal */
  async enter(code: string, request: Partial<JoinRequest>): Promise<Player> {
    const { status, body } = await this.ask('POST', `/${code}/join`, request);
    if (status !== 200) throw body.refusal;
    return Player.connect(this.url, { ...body, token: body.token ?? request.token });
  }

  /** A game with its maker, connected. */
  async host(request: Partial<CreateRequest> = {}): Promise<Player> {
    const { code, token } = await this.create(request);
    return this.enter(code, { token });
  }

  /** Number of games in the server's memory. */
  async rooms(): Promise<number> {
    const response = await fetch(`${this.url}/health`);
    return ((await response.json()) as { rooms: number }).rooms;
  }
}
