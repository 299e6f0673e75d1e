/** Type of a column as `information_schema` spells it, without display width; `varchar(n)` = at least n; `any` = it must only be there. */
type ColumnType = 'bigint' | 'tinyint' | 'text' | 'any' | `binary(${number})` | `varchar(${number})`;

export type ExpectedColumns = Readonly<Record<string, ColumnType>>;

const joinTable: ExpectedColumns = { id: 'bigint', itsystem_id: 'bigint', user_uuid: 'varchar(36)' };

/** The tables and columns of Rollekatalog 2026r3 that the bridge reads or writes (facts/rollekatalog.md §2 and §6); no others, so that an upgrade elsewhere stops nothing. */
export const expectedSchema: Readonly<Record<string, ExpectedColumns>> = {
  // First, because its absence says most: it came with 2026r3.
  it_system_system_owner: joinTable,
  it_system_attestation_responsible: joinTable,
  domains: { id: 'bigint', name: 'varchar(255)' },
  users: {
    uuid: 'varchar(36)',
    ext_uuid: 'varchar(36)',
    name: 'varchar(255)',
    email: 'varchar(255)',
    deleted: 'tinyint',
    disabled: 'tinyint',
    domain_id: 'bigint',
  },
  kitos_it_system: { id: 'bigint', kitos_uuid: 'binary(16)', name: 'varchar(255)', active: 'tinyint', kitos_usage_uuid: 'binary(16)' },
  kitos_it_system_user: {
    id: 'bigint',
    kitos_uuid: 'binary(16)',
    name: 'varchar(255)',
    email: 'varchar(255)',
    role: 'varchar(255)',
    kitos_it_system_id: 'bigint',
  },
  it_systems: { id: 'bigint', name: 'varchar(256)', deleted: 'tinyint', hidden: 'tinyint', kitos_it_system_id: 'bigint' },
  attestation_attestation_responsible_collection: { id: 'bigint', it_system_id: 'bigint' },
  attestation_attestation_responsible_collection_uuids: { attestation_responsible_collection_id: 'bigint', users_uuid: 'varchar(36)' },
  user_roles: { id: 'bigint', role_assignment_attestation_by_attestation_responsible: 'any' },
  historic_assignment: {
    it_system_id: 'bigint',
    user_role_id: 'bigint',
    valid_to: 'any',
    responsible_ou_uuid: 'varchar(36)',
    responsible_ou_name: 'varchar(255)',
    responsible_collection_id: 'bigint',
  },
  historic_ou_assignment: { it_system_id: 'bigint', role_id: 'bigint', valid_to: 'any', responsible_collection_id: 'bigint' },
  historic_it_system_assignment: {
    id: 'bigint',
    record_hash: 'varchar(64)',
    valid_to: 'any',
    it_system_id: 'bigint',
    user_role_id: 'bigint',
    system_role_id: 'bigint',
    responsible_collection_id: 'bigint',
  },
  historic_it_system_assignment_constraint: {
    id: 'bigint',
    historic_it_system_assignment_id: 'bigint',
    constraint_name: 'varchar(64)',
    constraint_value_type: 'varchar(64)',
    constraint_value: 'text',
  },
  setting: { setting_key: 'varchar(64)', setting_value: 'text' },
  audit_log: {
    ip_address: 'varchar(64)',
    username: 'varchar(64)',
    entity_type: 'varchar(64)',
    entity_id: 'varchar(64)',
    entity_name: 'varchar(255)',
    event_type: 'varchar(64)',
    description: 'text',
  },
};

/** The bridge's own table, in its own database. */
export const expectedOwnSchema: Readonly<Record<string, ExpectedColumns>> = {
  kitos_seen: { uuid: 'binary(16)', last_modified: 'any', deleted: 'tinyint' },
};
