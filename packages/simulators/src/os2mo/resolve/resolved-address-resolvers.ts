import { darEntryOf, darMapLink, darText } from './dar.ts';
import type { RequestContext } from './request-context.ts';
import type { Resolver, Resolvers } from './resolvers.ts';
import type { DarEntry } from '../../dataset/dataset.ts';

/** The source of `Address.resolve`. */
export interface ResolvedAddress {
  readonly __typename: 'DefaultAddress' | 'MultifieldAddress' | 'DARAddress';
  readonly value: string;
  readonly value2: string | null;
}

/** A field that asks the register. Asynchronous as in MO: when one field fails the others are still asked, and report too. */
const asked =
  (read: (entry: DarEntry) => unknown): Resolver<ResolvedAddress> =>
  async ({ value }, _args, context: RequestContext) => {
    const entry = await Promise.resolve(darEntryOf(value, context));
    if (entry === null) throw new Error("'NoneType' object has no attribute 'get'");
    return read(entry);
  };

export const multifieldAddressResolvers: Resolvers<ResolvedAddress> = {
  name: ({ value, value2 }) => `${value} :: ${value2 ?? ''}`,
};

export const darAddressResolvers: Resolvers<ResolvedAddress> = {
  name: ({ value }, _args, context) => darText(darEntryOf(value, context)),
  description: asked((entry) => entry.betegnelse ?? null),
  href: asked((entry) => entry.href ?? null),
  streetmap_href: asked(darMapLink),
  road_code: asked((entry) => (entry.vejkode ? Number(entry.vejkode) : null)),
  road_name: asked((entry) => entry.vejnavn),
  house_number: asked((entry) => entry.husnr),
  floor: asked((entry) => entry.etage ?? null),
  door: asked((entry) => entry.dør ?? null),
  supplementary_city: asked((entry) => entry.supplerendebynavn ?? null),
  zip_code: asked((entry) => entry.postnr),
  zip_code_name: asked((entry) => entry.postnrnavn),
  municipality_code: asked((entry) => entry.kommunekode ?? null),
  longitude: asked((entry) => entry.x ?? null),
  latitude: asked((entry) => entry.y ?? null),
};
