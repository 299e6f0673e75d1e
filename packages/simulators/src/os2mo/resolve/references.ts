import { GraphQLError } from 'graphql';
import type { CollectionFields, CollectionName } from '../../dataset/normalised.ts';
import { isOneOf, pointsTo } from '../select/condition.ts';
import type { Segment } from '../store/segment.ts';
import { type CollectionArguments, nestedList, nestedPage } from './collection.ts';
import { containerOf } from './container.ts';
import type { Resolver } from './resolvers.ts';

type Uuid<Fields> = (fields: Fields) => string | null;
type Uuids<Fields> = (fields: Fields) => readonly string[];
type On<Fields> = Resolver<Segment<Fields>>;

/** `x_uuid`. */
export const uuidOf =
  <Fields>(read: Uuid<Fields>): On<Fields> =>
  ({ fields }) =>
    read(fields);

/** `x_response`: a container, also for what is not valid now; null without a reference. */
export const responseOf =
  <Fields>(name: CollectionName, read: Uuid<Fields>): On<Fields> =>
  ({ fields }) => {
    const uuid = read(fields);
    return uuid === null ? null : containerOf(name, uuid);
  };

/** `x` as a list: the object while it is valid, [] when it is not; `none` without a reference. */
export const listOf =
  <Fields, Name extends CollectionName>(name: Name, read: Uuid<Fields>, none: null | readonly never[]): On<Fields> =>
  ({ fields }, args: CollectionArguments<Name>, context) => {
    const uuid = read(fields);
    return uuid === null ? none : nestedList(context, name, args, isOneOf(context.store.tables[name], new Set([uuid])));
  };

/**
 * `x` as an object: null when it is not valid now.
 * @param strict fail in OS2MO's words instead; for fields declared non-null both wipe out the enclosing object
 */
export const objectOf =
  <Fields, Name extends CollectionName>(name: Name, read: Uuid<Fields>, strict = false): On<Fields> =>
  ({ fields }, args: CollectionArguments<Name>, context) => {
    const uuid = read(fields);
    if (uuid === null) return null;
    const [first] = nestedList(context, name, args, isOneOf(context.store.tables[name], new Set([uuid])));
    if (first === undefined && strict) throw new GraphQLError('too few items in iterable (expected 1)');
    return first ?? null;
  };

/** `xs` of a list of references: those valid now, ascending uuid. */
export const objectsOf =
  <Fields, Name extends CollectionName>(name: Name, read: Uuids<Fields>): On<Fields> =>
  ({ fields }, args: CollectionArguments<Name>, context) =>
    nestedList(context, name, args, isOneOf(context.store.tables[name], new Set(read(fields))));

/** `xs_response` of a list of references. */
export const objectsPageOf =
  <Fields, Name extends CollectionName>(name: Name, read: Uuids<Fields>): On<Fields> =>
  ({ fields }, args: CollectionArguments<Name>, context) =>
    nestedPage(context, name, args, isOneOf(context.store.tables[name], new Set(read(fields))));

/** `xs`: the objects of another collection that point here through `relation`. */
export const childrenOf =
  <Name extends CollectionName>(name: Name, relation: string): On<unknown> =>
  ({ uuid }, args: CollectionArguments<Name>, context): readonly Segment<CollectionFields[Name]>[] =>
    nestedList(context, name, args, pointsTo(context.store.tables[name], relation, new Set([uuid])));

/** `xs_response`: the same in containers. */
export const childrenPageOf =
  <Name extends CollectionName>(name: Name, relation: string): On<unknown> =>
  ({ uuid }, args: CollectionArguments<Name>, context) =>
    nestedPage(context, name, args, pointsTo(context.store.tables[name], relation, new Set([uuid])));
