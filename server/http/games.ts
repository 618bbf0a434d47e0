import express, { type Request, type Response, Router } from 'express';
import { renderSVG } from 'uqr';
import * as v from 'valibot';
import { type Outcome, type RefusalCode, refuse } from '../../shared/core/refusal.ts';
import { isGameCode, normaliseCode } from '../../shared/protocol/codes.ts';
import { createSchema, joinSchema } from '../../shared/protocol/messages.ts';
import type { Directory } from '../rooms/directory.ts';
import { answer, refused } from './answers.ts';
import { addressOf, type Limits } from './limits.ts';

const WRONG_CODE: readonly RefusalCode[] = ['unknownGame'];
const WRONG_KEY: readonly RefusalCode[] = ['unknownSeat', 'wrongReturnCode'];

export interface GamesApi {
  readonly directory: Directory;
  readonly limits: Limits;
  /** Base of links that other devices can open, as seen from a request. */
  readonly base: (request: Request) => string;
}

/** `/api/games`: making, finding, joining and deleting games. */
export function gamesRouter({ directory, limits, base }: GamesApi): Router {
  const router = Router();
  // Answers bear tokens and live facts: no cache may keep them.
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.use(express.json({ limit: '8kb', strict: true }));

  const link = (request: Request, code: string): string => `${base(request)}/join.html?c=${code}`;

  /** The code in the address when it may be tried; else the refusal is sent. */
  async function codeOf(request: Request, response: Response): Promise<string | null> {
    const address = addressOf(request);
    const code = normaliseCode(String(request.params.code));
    const tooMany = await limits.lookUp(address);
    const blocked = tooMany ?? (await limits.mayTryCode(address));
    // Who holds a key plays on, however much was guessed from his school's one address.
    if (blocked && (tooMany || !(await holdsKey(request, code)))) {
      refused(response, blocked);
      return null;
    }
    if (isGameCode(code)) return code;
    await limits.wrongCode(address);
    // As it was understood, so that the reader can compare it sign by sign.
    refused(response, refuse('unknownGame', { code: code.slice(0, 12) }));
    return null;
  }

  /** Whether the request brings the key of a seat in the game that it asks for. */
  async function holdsKey(request: Request, code: string): Promise<boolean> {
    const token: unknown = request.body?.token;
    return isGameCode(code) && typeof token === 'string' && directory.opens(code, token);
  }

  /** Counts what was guessed wrong, then answers. */
  async function answerCounted<T>(
    request: Request,
    response: Response,
    code: string,
    outcome: Outcome<T>,
  ): Promise<void> {
    if (!outcome.ok && WRONG_CODE.includes(outcome.refusal.code)) {
      await limits.wrongCode(addressOf(request));
    }
    if (!outcome.ok && WRONG_KEY.includes(outcome.refusal.code)) await limits.wrongKey(code);
    answer(response, outcome);
  }

  router.post('/', async (request, response) => {
    const parsed = v.safeParse(createSchema, request.body);
    if (!parsed.success) return refused(response, refuse('malformed'));
    const refusal = await limits.create(addressOf(request));
    if (refusal) return refused(response, refusal);
    return answer(response, await directory.create(parsed.output));
  });

  router.get('/:code', async (request, response) => {
    const code = await codeOf(request, response);
    if (code === null) return;
    await answerCounted(request, response, code, await directory.info(code, link(request, code)));
  });

  router.get('/:code/qr.svg', async (request, response) => {
    const code = await codeOf(request, response);
    if (code === null) return;
    const svg = renderSVG(link(request, code), { ecc: 'M', border: 2 });
    response.type('image/svg+xml').send(svg);
  });

  router.post('/:code/join', async (request, response) => {
    const code = await codeOf(request, response);
    if (code === null) return;
    const parsed = v.safeParse(joinSchema, request.body);
    if (!parsed.success) return refused(response, refuse('malformed'));
    const { token, returnCode } = parsed.output;
    if (token !== undefined && returnCode !== undefined) {
      return refused(response, refuse('malformed'));
    }
    // A right token must open the door however many wrong return codes were tried before it.
    if (returnCode !== undefined) {
      const refusal = await limits.mayTryKey(code);
      if (refusal) return refused(response, refusal);
    }
    await answerCounted(request, response, code, await directory.join(code, parsed.output));
  });

  router.delete('/:code', async (request, response) => {
    const code = await codeOf(request, response);
    if (code === null) return;
    const token = request.get('Authorization')?.match(/^Bearer ([\w-]{20,100})$/)?.[1];
    if (token === undefined) return refused(response, refuse('notHost'));
    await answerCounted(request, response, code, await directory.remove(code, token));
  });

  return router;
}
