import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { executableSchema } from '../schema/executable-schema.ts';

/** A query text that was read once: the document, or why it is none. */
export interface PreparedDocument {
  readonly document: DocumentNode | null;
  readonly errors: readonly GraphQLError[];
  /** The operations in it, in order. */
  readonly operations: readonly OperationDefinitionNode[];
}

/** Texts remembered; a client has some dozens, a test that builds texts would otherwise fill the memory. */
const LIMIT = 500;

const prepare = (version: number, query: string): PreparedDocument => {
  try {
    const document = parse(query);
    const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    return { document, errors: validate(executableSchema(version), document), operations };
  } catch (error) {
    if (error instanceof GraphQLError) return { document: null, errors: [error], operations: [] };
    throw error;
  }
};

/** Parses and validates each text once per version. */
export const createDocumentCache = (): ((version: number, query: string) => PreparedDocument) => {
  const known = new Map<string, PreparedDocument>();
  return (version, query) => {
    const key = `${version} ${query}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const prepared = prepare(version, query);
    if (known.size >= LIMIT) known.clear();
    known.set(key, prepared);
    return prepared;
  };
};

/** The operation that runs: the named one, else the first (OS2MO does not insist on a name). */
export const chosenOperation = (prepared: PreparedDocument, name: string | null | undefined): OperationDefinitionNode | undefined =>
  name ? prepared.operations.find((operation) => operation.name?.value === name) : prepared.operations[0];

/** The root fields of an operation, without fragments: the collections it asks for. */
export const rootFields = (operation: OperationDefinitionNode | undefined): readonly string[] =>
  operation?.selectionSet.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : [])) ?? [];
