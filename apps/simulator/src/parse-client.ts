import { InvalidArgumentError } from 'commander';

/** A Keycloak client, `id:secret`. */
export interface ClientFlag {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Reads one `id:secret`; a further one is added to those before. */
export const parseClient = (text: string, before: readonly ClientFlag[] = []): readonly ClientFlag[] => {
  const [, clientId, clientSecret] = /^([^:]+):(.+)$/.exec(text) ?? [];
  if (clientId === undefined || clientSecret === undefined) throw new InvalidArgumentError('It must look like id:secret.');
  return [...before, { clientId, clientSecret }];
};
