/** One GraphQL operation. `operation` is its name, as it stands in the text and in our messages. */
export interface Query {
  readonly operation: string;
  readonly text: string;
}
