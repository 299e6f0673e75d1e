import { BridgeError } from '@os2bridge/model';
import { z } from 'zod';
import { RollekatalogError } from './rollekatalog-error.ts';

const sqlError = z.object({ code: z.string(), errno: z.number().optional(), sqlState: z.string().optional() });

/** Lock wait timeout and deadlock; on Galera the latter also comes at COMMIT (facts/rollekatalog.md §3.7). */
const LOCKED = new Set([1205, 1213]);
/** No such user, database or right: 1044, 1045, 1049, 1142, 1143, 1227, 1370, 1698. */
const FORBIDDEN = new Set([1044, 1045, 1049, 1142, 1143, 1227, 1370, 1698]);
/** Too many connections, shutting down, killed, read-only, disk full, Galera node not ready. */
const DOWN = new Set([1021, 1040, 1041, 1047, 1053, 1129, 1203, 1290, 1317, 1836, 1927]);
/** No such column or table: the schema has changed under us. */
const SCHEMA = new Set([1054, 1146]);

/** What Node and mysql2 say of a certificate that is not trusted, or of a server without TLS; another try changes nothing. */
const TLS = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HANDSHAKE_)/u;

/** MariaDB's error number, or null when the error is not MariaDB's. */
export const errnoOf = (error: unknown): number | null => {
  const parsed = sqlError.safeParse(error);
  return parsed.success && parsed.data.sqlState !== undefined ? (parsed.data.errno ?? null) : null;
};

/** Whether the transaction was only in another's way, so that it can begin again. */
export const isLocked = (error: unknown): boolean => LOCKED.has(errnoOf(error) ?? 0);

/** An error of mysql2 as one of ours; anything else, a programming error for one, as it is. Never shows a value: MariaDB's own texts do. */
export const classifyError = (error: unknown, subject: string): unknown => {
  if (error instanceof BridgeError) return error;
  const parsed = sqlError.safeParse(error);
  if (!parsed.success) return error;
  const errno = errnoOf(error);
  if (errno === null && TLS.test(parsed.data.code)) {
    const message = `OS2rollekatalog's database offers no trusted TLS connection (${parsed.data.code}): check its certificate and the settings`;
    return new RollekatalogError('rollekatalog-tls', message, { fate: 'pause' });
  }
  // Node's own complaint about a wrong argument is a mistake of ours.
  if (errno === null && parsed.data.code.startsWith('ERR_')) return error;
  const said = errno === null ? parsed.data.code : `${parsed.data.code}, ${errno}`;
  if (errno === null || DOWN.has(errno))
    return new RollekatalogError('rollekatalog-down', `OS2rollekatalog's database could not be reached for ${subject} (${said})`, {
      fate: 'later',
      errno,
    });
  if (LOCKED.has(errno))
    return new RollekatalogError('rollekatalog-busy', `OS2rollekatalog's database kept ${subject} locked (${said})`, {
      fate: 'later',
      errno,
    });
  if (FORBIDDEN.has(errno)) {
    const todo = 'check user, password and database, and run deploy/rollekatalog-grants.sql';
    return new RollekatalogError(
      'rollekatalog-login',
      `OS2rollekatalog's database does not let the bridge in or do this (${said}): ${todo}`,
      { fate: 'pause', errno },
    );
  }
  if (SCHEMA.has(errno))
    return new RollekatalogError(
      'rollekatalog-schema',
      `OS2rollekatalog's database is not as it was at the start (${said}): was it upgraded?`,
      { fate: 'pause', errno },
    );
  return new RollekatalogError('rollekatalog-refused', `OS2rollekatalog's database refused the write of ${subject} (${said})`, {
    fate: 'never',
    errno,
  });
};
