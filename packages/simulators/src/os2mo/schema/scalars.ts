import { GraphQLError } from 'graphql';
import { type EventToken, readEventToken } from '../events/event-token.ts';
import { readCursor, writeCursor } from '../resolve/cursor.ts';
import { type Instant, parseInstant } from './instant.ts';

/** How a scalar is read from and written to the outside. */
export interface ScalarCoercion {
  readonly read: (value: unknown) => unknown;
  readonly write?: (value: unknown) => unknown;
}

const refuse = (scalar: string, value: unknown, why: string): GraphQLError =>
  new GraphQLError(`Value cannot represent a ${scalar}: ${JSON.stringify(value)}. ${why}`);

const text = (scalar: string, value: unknown): string => {
  if (typeof value !== 'string') throw refuse(scalar, value, 'a string is expected');
  return value;
};

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/;

const readUuid = (value: unknown): string => {
  const candidate = text('UUID', value).toLowerCase();
  if (!UUID.test(candidate)) throw refuse('UUID', value, 'badly formed hexadecimal UUID string');
  const hex = candidate.replaceAll('-', '');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

const readDateTime = (value: unknown): Instant => {
  const instant = parseInstant(text('DateTime', value));
  if (instant === null) throw refuse('DateTime', value, 'ISO-8601 strings are expected');
  return instant;
};

const readCpr = (value: unknown): string => {
  const cpr = text('CPR', value);
  if (!/^\d{10}$/.test(cpr)) throw refuse('CPR', '…', 'ten digits are expected');
  return cpr;
};

const readInteger = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw refuse('int', value, 'an integer is expected');
  return value;
};

const readCursorText = (value: unknown): string => {
  const last = readCursor(text('Cursor', value));
  if (last === null) throw refuse('Cursor', value, 'not a cursor of this server');
  return last;
};

const readToken = (value: unknown): EventToken => {
  const token = readEventToken(text('EventToken', value));
  if (token === null) throw new GraphQLError("Expected type 'EventToken'. Could not parse EventToken");
  return token;
};

/** OS2MO's scalars. A cursor is read to the last uuid inside, an event token to what it names. */
export const scalars: Readonly<Record<string, ScalarCoercion>> = {
  UUID: { read: readUuid },
  DateTime: { read: readDateTime },
  Date: { read: (value) => text('Date', value) },
  CPR: { read: readCpr },
  Cursor: { read: readCursorText, write: (value) => (typeof value === 'string' ? writeCursor(value) : value) },
  EventToken: { read: readToken },
  int: { read: readInteger },
};
