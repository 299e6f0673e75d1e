/**
 * Which error an answer, or the lack of one, is: the one place that decides the fate of a failed request (facts/os2sync.md §1.4, §7.2).
 * What a wrong decision costs:
 * - `never` for something that would have passed: the object stays stale in FK until its content changes or somebody forces it. So only
 *   for texts that OS2sync writes itself about the payload.
 * - `later` for something that can never pass: a handful of wasted requests, then a failed job that says why. The cheap mistake, hence
 *   the default.
 * - `pause` for a passing hiccup: the whole municipality stands still until somebody looks. So only where every object would fail alike.
 * - `after` follows the target's own word; cut to an hour, so that a wrong clock there cannot park a job for days.
 */
import type { Fate } from '@os2bridge/model';
import { Os2syncError, subjectText, type Subject } from './os2sync-error.ts';
import { plainString } from './plain-string.ts';

export interface Os2syncAnswer {
  readonly status: number;
  readonly body: string;
  /** The header as it came. */
  readonly retryAfter: string | null;
}

export interface Asked {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly subject: Subject;
}

/** OS2sync's own validation texts, word for word; "Uuid is null empty" is no slip of ours. They hold no values. */
const VALIDATION_TEXTS: ReadonlySet<string> = new Set([
  'name is null',
  'uuid is null',
  'Person.Name is null or empty',
  'UserId is null or empty',
  'Uuid is null empty',
  'Positions is null or empty',
  'Position Name or OrgUnitUUID is null',
]);

/** Only the column's name is taken from these; what follows it may be a piece of the value. */
const DATABASE_TEXTS: readonly (readonly [pattern: RegExp, meaning: string])[] = [
  [/^Data too long for column '(\w{1,64})'/, 'data too long for column'],
  [
    /^Incorrect string value.{0,200}? for column [\w`.]*?'?`?(\w{1,64})'?`? at row/s,
    'a character that the database cannot store in column',
  ],
];

/** Why OS2sync will never take this payload, or null when the body does not say so. */
const permanentReason = (body: string): string | null => {
  const text = plainString(body);
  if (VALIDATION_TEXTS.has(text)) return text;
  for (const [pattern, meaning] of DATABASE_TEXTS) {
    const column = pattern.exec(text)?.[1];
    if (column !== undefined) return `${meaning} ${column}`;
  }
  if (text.startsWith('Data too long')) return 'data too long';
  if (text.startsWith('Incorrect string value')) return 'a character that the database cannot store';
  return null;
};

const HOUR_MS = 3_600_000;

/** Seconds or an HTTP date; null when there is none or it makes no sense. */
const waitMs = (retryAfter: string | null): number | null => {
  if (retryAfter === null) return null;
  const ms = /^\s*\d+\s*$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), HOUR_MS);
};

interface Verdict {
  readonly code: string;
  readonly fate: Fate;
  readonly what: string;
  readonly todo: string;
}

const SETTINGS_HINT = 'Check os2sync.api_url and what stands between us and OS2sync.';

const verdictOf = ({ status, body }: Os2syncAnswer, { method }: Asked): Verdict => {
  if (status === 400) {
    const reason = method === 'POST' ? permanentReason(body) : null;
    return reason === null
      ? {
          code: 'os2sync-unclear-400',
          fate: 'later',
          what: 'answered 400 without a reason we know',
          todo: "It is tried again; OS2sync's own log says more.",
        }
      : { code: 'os2sync-rejected', fate: 'never', what: `refused it: ${reason}`, todo: 'Correct it in OS2MO.' };
  }
  if (status === 401)
    return {
      code: 'os2sync-login',
      fate: 'pause',
      what: 'does not accept our key or cvr (401)',
      todo: 'Check os2sync.api_key and municipality.cvr.',
    };
  // Between us and OS2sync something found this one body or address too large; others may pass.
  if (status === 413 || status === 414 || status === 431)
    return { code: 'os2sync-rejected', fate: 'never', what: `answered ${status}: too large`, todo: SETTINGS_HINT };
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    return { code: 'os2sync-down', fate: 'later', what: `answered ${status}`, todo: 'It is tried again.' };
  }
  if (status >= 200 && status < 300)
    return { code: 'os2sync-answer', fate: 'later', what: `answered ${status} where 200 was expected`, todo: 'It is tried again.' };
  // 3xx, 403, 404, 405, 415 …: OS2sync answers none of these to a correct request: address, proxy or version is wrong for every object.
  return { code: 'os2sync-unexpected', fate: 'pause', what: `answered ${status} to a ${method}`, todo: SETTINGS_HINT };
};

/** The error that a refused request is. The body's text is used only where it is one of OS2sync's known ones. */
export const errorOfAnswer = (answer: Os2syncAnswer, asked: Asked): Os2syncError => {
  const { code, fate, what, todo } = verdictOf(answer, asked);
  const retryAfterMs = answer.status === 429 || answer.status === 503 ? waitMs(answer.retryAfter) : null;
  const options = retryAfterMs === null ? { fate } : { fate: 'after' as const, retryAfterMs };
  return new Os2syncError(code, `OS2sync ${what} (${subjectText(asked.subject)}). ${todo}`, asked.subject, answer.status, options);
};

/** A 200 whose content is not what OS2sync sends: a proxy's page, a cut-off body, another version. `problem` holds no values. */
export const errorOfContent = (problem: string, asked: Asked): Os2syncError =>
  new Os2syncError(
    'os2sync-answer',
    `OS2sync's answer makes no sense: ${problem} (${subjectText(asked.subject)}). It is tried again.`,
    asked.subject,
    200,
    {
      fate: 'later',
    },
  );

const TLS_CODES = /^(CERT_|ERR_TLS_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;

/**
 * The error of a request without an answer. The HTTP library's own error is not handed on: its options hold the payload and the key.
 * A certificate we do not trust is a matter of settings and fails every object: pause. Everything else is an outage.
 */
export const errorOfConnection = (error: unknown, asked: Asked): Os2syncError => {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  const about = subjectText(asked.subject);
  if (TLS_CODES.test(code)) {
    const todo = 'Check the certificate, or os2sync.ca_verify_os2sync.';
    return new Os2syncError('os2sync-tls', `OS2sync's certificate is not trusted: ${code} (${about}). ${todo}`, asked.subject, null, {
      fate: 'pause',
    });
  }
  const what = code === 'ETIMEDOUT' ? 'did not answer in time' : `cannot be reached: ${code}`;
  return new Os2syncError('os2sync-down', `OS2sync ${what} (${about}). It is tried again.`, asked.subject, null, { fate: 'later' });
};

/** The caller's own signal ended the request or the waiting; nothing is known about OS2sync. */
export const errorOfCallOff = (asked: Asked): Os2syncError =>
  new Os2syncError('os2sync-aborted', `The request to OS2sync was called off (${subjectText(asked.subject)}).`, asked.subject, null, {
    fate: 'later',
  });
