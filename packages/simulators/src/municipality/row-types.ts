import type { Dataset } from '../dataset/dataset.ts';

export type ClassRow = Dataset['classes'][number];
export type ItSystemRow = Dataset['itsystems'][number];
export type UnitRow = Dataset['org_units'][number];
export type PersonRow = Dataset['persons'][number];
export type EngagementRow = Dataset['engagements'][number];
export type AccountRow = Dataset['itusers'][number];
export type AddressRow = Dataset['addresses'][number];
export type ManagerRow = Dataset['managers'][number];
export type KleRow = Dataset['kles'][number];
