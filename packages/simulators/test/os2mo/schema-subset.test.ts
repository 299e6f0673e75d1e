import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { sdlOf } from '../../src/os2mo/schema/sdl.ts';
import { recordedSdl, recordingsAreHere } from './recorded-pairs.ts';

const input = ({ type, default: said }: GraphQLArgument | GraphQLInputField): string => `${String(type)} = ${JSON.stringify(said)}`;

/** Everything a client can rely on, as lines: `Type.field(argument: type = default): type`. */
const promises = (schema: GraphQLSchema): ReadonlyMap<string, string> => {
  const lines = new Map<string, string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    lines.set(type.name, type.constructor.name);
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) lines.set(`${type.name}.${field.name}`, input(field));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      lines.set(`${type.name}.${field.name}`, String(field.type));
      for (const argument of field.args) lines.set(`${type.name}.${field.name}(${argument.name})`, input(argument));
    }
  }
  return lines;
};

describe.skipIf(!recordingsAreHere)('the schema', () => {
  it.each([25, 30] as const)('of v%i is a part of the real one: every query valid here is valid there', (version) => {
    const ours = promises(buildSchema(sdlOf(version), { noLocation: true }));
    const theirs = promises(buildSchema(recordedSdl(version), { noLocation: true }));
    const wrong = [...ours]
      .filter(([name, line]) => theirs.get(name) !== line)
      .map(([name, line]) => `${name}: ${line}, real: ${theirs.get(name)}`);
    expect(wrong).toEqual([]);
  });
});
