import type { Generated } from 'kysely';

/** One user in one IT system's list; the owners' and the responsibles' table have the same shape. */
interface JoinTable {
  id: Generated<number>;
  itsystem_id: number;
  user_uuid: string;
}

/** The columns the bridge reads or writes, of Rollekatalog 2026r3 (facts/rollekatalog.md §2). TINYINT(1) is a number to mysql2. */
export interface Tables {
  domains: { id: Generated<number>; name: string };
  users: { uuid: string; ext_uuid: string; name: string; email: string | null; deleted: number; disabled: number; domain_id: number };
  kitos_it_system: {
    id: Generated<number>;
    kitos_uuid: Buffer;
    name: string;
    active: number | null;
    kitos_usage_uuid: Buffer | null;
  };
  kitos_it_system_user: {
    id: Generated<number>;
    kitos_uuid: Buffer;
    name: string;
    email: string;
    role: string;
    kitos_it_system_id: number;
  };
  it_systems: { id: Generated<number>; name: string; deleted: number; hidden: number; kitos_it_system_id: number | null };
  it_system_system_owner: JoinTable;
  it_system_attestation_responsible: JoinTable;
  attestation_attestation_responsible_collection: { id: Generated<number>; it_system_id: number | null };
  attestation_attestation_responsible_collection_uuids: { attestation_responsible_collection_id: number; users_uuid: string };
  user_roles: { id: Generated<number>; role_assignment_attestation_by_attestation_responsible: number };
  historic_assignment: {
    id: Generated<number>;
    it_system_id: number | null;
    user_role_id: number | null;
    valid_to: string | null;
    responsible_ou_uuid: string | null;
    responsible_ou_name: string | null;
    responsible_collection_id: number | null;
  };
  historic_ou_assignment: {
    id: Generated<number>;
    it_system_id: number | null;
    role_id: number | null;
    valid_to: string | null;
    responsible_collection_id: number | null;
  };
  historic_it_system_assignment: {
    id: Generated<number>;
    record_hash: string;
    valid_to: string | null;
    it_system_id: number;
    user_role_id: number;
    system_role_id: number;
    responsible_collection_id: number | null;
  };
  historic_it_system_assignment_constraint: {
    id: Generated<number>;
    historic_it_system_assignment_id: number;
    constraint_name: string | null;
    constraint_value_type: string | null;
    constraint_value: string | null;
  };
  setting: { id: Generated<number>; setting_key: string; setting_value: string };
  audit_log: {
    ip_address: string;
    username: string;
    entity_type: string;
    entity_id: string;
    entity_name: string | null;
    event_type: string;
    description: string | null;
  };
  /** Ours, in the bridge's own database beside Rollekatalog's (docs/adr/0010). */
  kitos_seen: { uuid: Buffer; last_modified: string; deleted: number };
}
