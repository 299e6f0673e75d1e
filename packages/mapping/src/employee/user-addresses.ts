import type { FkUser, MoAddress, Uuid } from '@os2bridge/model';
import { classOf } from '../desk/class-of.ts';
import { report, type Desk } from '../desk/desk.ts';
import { isPublic } from '../desk/is-public.ts';
import { textOf } from '../text/text-of.ts';

type UserAddressField = 'Email' | 'PhoneNumber' | 'Landline';

/**
 * E-mail, phone and landline of an FK user (sync-rules §1.4). Without a list every class of the right scope counts (landline: none);
 * a list is an order of preference and excludes all others; ties: the lowest address uuid. Landline classes are never phones.
 */
export const userAddresses = (addresses: readonly MoAddress[], desk: Desk): Pick<FkUser, UserAddressField> => {
  const { emailClasses, phoneClasses, landlineClasses } = desk.prepared;
  const visible = addresses.filter((address) => isPublic(desk, address));
  const phones = visible.filter((address) => !landlineClasses.has(address.type));
  return {
    Email: textOfFirst(preferred(visible, emailClasses, 'EMAIL', desk), 'Email', desk),
    PhoneNumber: textOfFirst(preferred(phones, phoneClasses, 'PHONE', desk), 'PhoneNumber', desk),
    Landline: textOfFirst(preferred(visible, landlineClasses, 'PHONE', desk), 'Landline', desk),
  };
};

const preferred = (
  addresses: readonly MoAddress[],
  classes: ReadonlyMap<Uuid, number> | null,
  scope: string,
  desk: Desk,
): MoAddress | null => {
  let best: MoAddress | null = null;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const address of addresses) {
    const rank = classes ? classes.get(address.type) : classOf(desk, address.type, 'address type').scope === scope ? 0 : undefined;
    if (rank === undefined || rank > bestRank) continue;
    if (rank === bestRank && best && best.uuid < address.uuid) continue;
    best = address;
    bestRank = rank;
  }
  return best;
};

const textOfFirst = (address: MoAddress | null, field: UserAddressField, desk: Desk): string | null => {
  if (!address) return null;
  if (desk.context.classes.get(address.type)?.ended) report(desk, 'ended-class', { field: 'address type', uuid: address.type });
  return textOf(desk, address.text, field, address.uuid);
};
