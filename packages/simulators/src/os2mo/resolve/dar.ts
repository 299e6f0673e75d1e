import { GraphQLError } from 'graphql';
import type { DarEntry } from '../../dataset/dataset.ts';
import type { RequestContext } from './request-context.ts';

/** How the simulated address register behaves: as the data says, HTTP 500 for everything, or not reachable at all. */
export type DarState = 'ok' | 'http-500' | 'unreachable';

/** What MO shows for an address the register does not know, or answers with an error. */
const UNKNOWN = 'Ukendt';

const unreachable = (): GraphQLError => new GraphQLError('Cannot connect to host address-register.example:443');

/** The register's entry, or null when it finds none. @throws GraphQLError when it cannot be reached */
export const darEntryOf = (id: string, { store, dar }: RequestContext): DarEntry | null => {
  if (dar === 'unreachable') throw unreachable();
  return dar === 'ok' ? (store.dar.get(id) ?? null) : null;
};

const blank = (text: string | null | undefined): text is null | undefined | '' => text === null || text === undefined || text === '';

/** One line, as MO writes a register entry: street and number, floor and door, locality, postal code and town. */
export const darText = (entry: DarEntry | null): string => {
  if (entry === null) return UNKNOWN;
  const floor = [blank(entry.etage) ? '' : `${entry.etage}.`, entry.dør ?? ''].filter((part) => part !== '').join(' ');
  const parts = [`${entry.vejnavn} ${entry.husnr}`, floor, entry.supplerendebynavn ?? '', `${entry.postnr} ${entry.postnrnavn}`];
  return parts.filter((part) => part !== '').join(', ');
};

/** A number as Python writes a float: `10.0`. */
const float = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

/** Link to a street map, null without coordinates. */
export const darMapLink = (entry: DarEntry | null): string | null =>
  typeof entry?.x === 'number' && typeof entry.y === 'number'
    ? `https://www.openstreetmap.org/?mlon=${float(entry.x)}&mlat=${float(entry.y)}&zoom=16`
    : null;

/**
 * What MO displays for a DAR address.
 * @param said the dataset row's own word: text, null = the look-up fails, undefined = ask the register
 */
export const darName = (id: string, said: string | null | undefined, context: RequestContext): string => {
  if (context.dar === 'unreachable' || said === null) throw unreachable();
  if (context.dar === 'http-500') return UNKNOWN;
  return said ?? darText(darEntryOf(id, context));
};
