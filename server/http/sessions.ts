import express, { type Request, type Response, Router } from 'express';
import { renderSVG } from 'uqr';
import * as v from 'valibot';
import { type Outcome, type RefusalCode, refuse } from '../../shared/core/refusal.ts';
import { isGameCode, normaliseCode } from '../../shared/protocol/codes.ts';
import {
  hallSchema,
  rosterSchema,
  sessionJoinSchema,
  sessionSchema,
  watchSchema,
} from '../../shared/protocol/sessions.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { answer, refused } from './answers.ts';
import { addressOf, type Limits } from './limits.ts';

const WRONG_KEY: readonly RefusalCode[] = ['unknownSeat', 'wrongReturnCode', 'notFacilitator'];

export interface SessionsApi {
  readonly sessions: Sessions;
  readonly limits: Limits;
  /** Base of links that other devices can open, as seen from a request. */
  readonly base: (request: Request) => string;
}

/** `/api/sessions`: making, finding, joining, watching over and deleting sessions. */
export function sessionsRouter({ sessions, limits, base }: SessionsApi): Router {
  const router = Router();
  // Answers bear keys and live facts: no cache may keep them.
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  // A list of three hundred names in any script, each with its place.
  router.use(express.json({ limit: '160kb', strict: true }));

  const link = (request: Request, code: string): string => `${base(request)}/join.html?c=${code}`;
  const bearer = (request: Request): string =>
    request.get('Authorization')?.match(/^Bearer ([\w-]{20,100})$/)?.[1] ?? '';

  /** The code in the address when it may be tried; else the refusal is sent. */
  async function codeOf(request: Request, response: Response): Promise<string | null> {
    const address = addressOf(request);
    const code = normaliseCode(String(request.params.code));
    const tooMany = await limits.lookUp(address);
    const blocked = tooMany ?? (await limits.mayTryCode(address));
    // Who holds a key goes on, however much was guessed from his school's one address.
    if (blocked && (tooMany || !(await holdsKey(request, code)))) {
      refused(response, blocked);
      return null;
    }
    if (isGameCode(code)) return code;
    await limits.wrongCode(address);
    refused(response, refuse('unknownSession', { code: code.slice(0, 12) }));
    return null;
  }

  async function holdsKey(request: Request, code: string): Promise<boolean> {
    const { token, key } = (request.body ?? {}) as { token?: unknown; key?: unknown };
    const given =
      typeof token === 'string' ? token : typeof key === 'string' ? key : bearer(request);
    return isGameCode(code) && given !== '' && sessions.opens(code, given);
  }

  /** Counts what was guessed wrong, then answers; who has guessed a lot hears that instead. */
  async function answerCounted<T>(
    request: Request,
    response: Response,
    code: string,
    outcome: Outcome<T>,
  ): Promise<void> {
    if (!outcome.ok && outcome.refusal.code === 'unknownSession') {
      await limits.wrongCode(addressOf(request));
    }
    if (!outcome.ok && WRONG_KEY.includes(outcome.refusal.code)) {
      const tooMany = await limits.wrongKey(code);
      if (tooMany) return refused(response, tooMany);
    }
    answer(response, outcome);
  }

  router.post('/', async (request, response) => {
    const parsed = v.safeParse(sessionSchema, request.body);
    if (!parsed.success) return refused(response, refuse('malformed'));
    const refusal = await limits.create(addressOf(request));
    if (refusal) return refused(response, refusal);
    const made = await sessions.create(parsed.output);
    if (!made.ok) return refused(response, made.refusal);
    const { code, facilitator, projector } = made.value;
    const here = base(request);
    // What stands behind # stays in the browser: no server and no log on the way sees a key.
    return response.json({
      ...made.value,
      link: link(request, code),
      consoleLink: `${here}/console.html?s=${code}#${facilitator}`,
      projectorLink: `${here}/projector.html?s=${code}#${projector}`,
    });
  });

  router.get('/:code', async (request, response) => {
    const code = await codeOf(request, response);
    if (code === null) return;
    await answerCounted(request, response, code, await sessions.info(code, link(request, code)));
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
    const parsed = v.safeParse(sessionJoinSchema, request.body);
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
    await answerCounted(request, response, code, await sessions.join(code, parsed.output));
  });

  router.post('/:code/hall', async (request, response) => {
    const code = await codeOf(request, response);
    if (code === null) return;
    const parsed = v.safeParse(hallSchema, request.body);
    if (!parsed.success) return refused(response, refuse('malformed'));
    const { key, plain } = parsed.output;
    await answerCounted(request, response, code, await sessions.enter(code, key, plain));
  });

  router.post('/:code/watch', async (request, response) => {
    const code = await codeOf(request, response);
    if (code === null) return;
    const parsed = v.safeParse(watchSchema, request.body);
    if (!parsed.success) return refused(response, refuse('malformed'));
    const { world, plain } = parsed.output;
    await answerCounted(request, response, code, await sessions.watch(code, world, plain));
  });

  router.put('/:code/roster', async (request, response) => {
    const code = await codeOf(request, response);
    if (code === null) return;
    const parsed = v.safeParse(rosterSchema, request.body);
    if (!parsed.success) return refused(response, refuse('malformed'));
    const { roster } = parsed.output;
    const outcome = await sessions.setRoster(code, bearer(request), roster);
    await answerCounted(request, response, code, outcome);
  });

  router.get('/:code/participation.csv', async (request, response) => {
    const code = await codeOf(request, response);
    if (code === null) return;
    const outcome = await sessions.participation(code, bearer(request));
    if (!outcome.ok) return answerCounted(request, response, code, outcome);
    response.type('text/csv').attachment(`multivector-${code}.csv`).send(outcome.value);
  });

  router.delete('/:code', async (request, response) => {
    const code = await codeOf(request, response);
    if (code === null) return;
    const outcome = await sessions.remove(code, bearer(request));
    await answerCounted(request, response, code, outcome);
  });

  return router;
}
