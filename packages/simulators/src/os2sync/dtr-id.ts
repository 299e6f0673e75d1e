import type { FkContent } from './fk.ts';

/** Users in day-care units, GET /api/DtrId: the only answer in camel case. */
export const dtrIdUsers = ({ orgunits, users }: FkContent): readonly unknown[] => {
  const units = new Map(orgunits.filter((unit) => unit.DtrId !== null).map((unit) => [unit.Uuid, unit]));
  return users.flatMap((user) =>
    (user.Positions ?? []).flatMap((position) => {
      const unit = units.get(position.OrgUnitUuid);
      if (unit === undefined) return [];
      const { Uuid: uuid, UserId: userId, PhoneNumber: phone, Email: email } = user;
      return [{ uuid, ssn: user.Person.Cpr, userId, phone, email, dtrId: unit.DtrId, manager: unit.ManagerUuid === uuid }];
    }),
  );
};
