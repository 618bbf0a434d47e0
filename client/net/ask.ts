import type { Outcome } from '../../shared/core/refusal.ts';

const offline = { ok: false, refusal: { code: 'offline' } } as const;

/**
 * One question to the server. What it refuses comes back as a refusal; so does its silence.
 * @param path below `/api`
 */
export async function ask<T>(
  method: string,
  path: string,
  body?: unknown,
  token?: string,
): Promise<Outcome<T>> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (token !== undefined) headers.Authorization = `Bearer ${token}`;
  try {
    const response = await fetch(`/api${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (response.ok) return { ok: true, value: answer };
    return answer?.refusal ? { ok: false, refusal: answer.refusal } : offline;
  } catch {
    return offline;
  }
}
