/** The one that is meant when none is named: the first municipality, else the first of all. */
export const homeOrganisation = (organisations: ReadonlyMap<string, { readonly uuid: string; readonly type: string }>): string => {
  const all = [...organisations.values()];
  return (all.find(({ type }) => type === 'Municipality') ?? all[0])?.uuid ?? '';
};
