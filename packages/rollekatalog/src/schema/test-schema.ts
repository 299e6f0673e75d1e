const id = 'id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY';
const flag = (name: string, initial = 0): string => `${name} TINYINT(1) NOT NULL DEFAULT ${initial}`;

const joinTable = (name: string, unique: string): string => `CREATE TABLE ${name} (
  ${id},
  itsystem_id BIGINT NOT NULL,
  user_uuid VARCHAR(36) NOT NULL,
  UNIQUE KEY ${unique} (itsystem_id, user_uuid),
  FOREIGN KEY (itsystem_id) REFERENCES it_systems (id) ON DELETE CASCADE,
  FOREIGN KEY (user_uuid) REFERENCES users (uuid) ON DELETE CASCADE
)`;

/** What only looks after itself here: for the bridge these need to exist, and to vanish with their parent. */
const childTable = (name: string, parent: string): string => `CREATE TABLE ${name} (
  ${id},
  ${parent}_id BIGINT NOT NULL,
  FOREIGN KEY (${parent}_id) REFERENCES ${parent} (id) ON DELETE CASCADE
)`;

/**
 * A stand-in for Rollekatalog 2026r3's database, for tests and the demo: the tables of facts/rollekatalog.md §6 with the columns, keys and seeds that
 * matter to the bridge. Statements in order, for an empty database; no character set, like the real one.
 */
export const rollekatalogTestSchema: readonly string[] = [
  `CREATE TABLE domains (${id}, name VARCHAR(255) NOT NULL UNIQUE)`,
  `INSERT INTO domains (id, name) VALUES (1, 'Administrativt')`,
  `CREATE TABLE users (
    uuid VARCHAR(36) NOT NULL PRIMARY KEY,
    user_id VARCHAR(64) NULL,
    name VARCHAR(255) NOT NULL,
    ${flag('deleted')},
    ${flag('disabled')},
    email VARCHAR(255) NULL,
    phone VARCHAR(255) NULL,
    last_updated TIMESTAMP NULL,
    ext_uuid VARCHAR(36) NOT NULL,
    cpr VARCHAR(10) NULL,
    domain_id BIGINT NOT NULL,
    KEY (ext_uuid),
    KEY (user_id, domain_id),
    FOREIGN KEY (domain_id) REFERENCES domains (id) ON DELETE CASCADE
  )`,
  `CREATE TABLE kitos_it_system (
    ${id},
    kitos_uuid BINARY(16) NOT NULL,
    name VARCHAR(255) NOT NULL,
    active TINYINT(1) NULL DEFAULT 1,
    kitos_usage_uuid BINARY(16) NULL
  )`,
  `CREATE TABLE kitos_it_system_user (
    ${id},
    kitos_uuid BINARY(16) NOT NULL,
    name VARCHAR(255) NOT NULL,
    email VARCHAR(255) NOT NULL,
    role VARCHAR(255) NOT NULL,
    kitos_it_system_id BIGINT NOT NULL,
    FOREIGN KEY (kitos_it_system_id) REFERENCES kitos_it_system (id) ON DELETE CASCADE
  )`,
  `CREATE TABLE it_systems (
    ${id},
    name VARCHAR(256) NOT NULL,
    identifier VARCHAR(64) NOT NULL,
    system_type VARCHAR(64) NOT NULL DEFAULT 'SAML',
    ${flag('hidden')},
    ${flag('deleted')},
    kitos_it_system_id BIGINT NULL,
    FOREIGN KEY (kitos_it_system_id) REFERENCES kitos_it_system (id) ON DELETE SET NULL
  )`,
  `INSERT INTO it_systems (id, name, identifier, system_type) VALUES
    (1, 'Rollekatalog', 'RoleCatalogue', 'SAML'), (2, 'KSP/CICS', 'KSPCICS', 'KSPCICS'), (3, 'KOMBIT test', 'KOMBITTEST', 'KOMBIT'), (4, 'NemLog-in', 'NemLogin', 'NEMLOGIN')`,
  joinTable('it_system_system_owner', 'uk_it_system_owner'),
  joinTable('it_system_attestation_responsible', 'uk_it_system_att_resp'),
  `CREATE TABLE setting (${id}, setting_key VARCHAR(64) NOT NULL, setting_value TEXT NOT NULL, KEY (setting_key))`,
  `CREATE TABLE audit_log (
    ${id},
    timestamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    ip_address VARCHAR(64) NOT NULL,
    username VARCHAR(128) NOT NULL,
    entity_type VARCHAR(64) NOT NULL,
    entity_id VARCHAR(64) NOT NULL,
    entity_name VARCHAR(512) NULL,
    event_type VARCHAR(64) NOT NULL,
    description TEXT NULL
  )`,
  `CREATE TABLE client (${id}, api_key VARCHAR(36) NOT NULL UNIQUE, access_role VARCHAR(64) NOT NULL)`,
  `CREATE TABLE user_roles (${id}, name VARCHAR(255) NOT NULL, ${flag('role_assignment_attestation_by_attestation_responsible')})`,
  `CREATE TABLE attestation_run (${id}, created_at DATE NOT NULL)`,
  `CREATE TABLE attestation_attestation_responsible_collection (${id}, it_system_id BIGINT NULL, KEY idx_arc_it_system_id (it_system_id))`,
  `CREATE TABLE attestation_attestation_responsible_collection_uuids (
    attestation_responsible_collection_id BIGINT NOT NULL,
    users_uuid VARCHAR(36) NOT NULL,
    FOREIGN KEY (attestation_responsible_collection_id) REFERENCES attestation_attestation_responsible_collection (id) ON DELETE CASCADE
  )`,
  `CREATE TABLE attestation_attestation (
    ${id},
    uuid VARCHAR(36) NOT NULL,
    created_at DATE NOT NULL,
    attestation_run_id BIGINT NULL,
    verified_at DATETIME(6) NULL,
    attestation_type VARCHAR(60) NOT NULL,
    it_system_id BIGINT NULL,
    responsible_collection_id BIGINT NULL,
    FOREIGN KEY (attestation_run_id) REFERENCES attestation_run (id) ON DELETE CASCADE
  )`,
  childTable('attestation_system_user_attestation_entry', 'attestation_attestation'),
  childTable('attestation_mail', 'attestation_attestation'),
  `CREATE TABLE historic_assignment (
    ${id},
    it_system_id BIGINT NULL,
    user_role_id BIGINT NULL,
    valid_to DATETIME NULL,
    responsible_ou_uuid VARCHAR(36) NULL,
    responsible_ou_name VARCHAR(255) NULL,
    responsible_collection_id BIGINT NULL
  )`,
  `CREATE TABLE historic_ou_assignment (
    ${id},
    it_system_id BIGINT NULL,
    role_id BIGINT NULL,
    valid_to DATETIME(6) NULL,
    responsible_collection_id BIGINT NULL
  )`,
  `CREATE TABLE historic_it_system_assignment (
    ${id},
    record_hash VARCHAR(255) NOT NULL,
    valid_from DATETIME(6) NOT NULL,
    valid_to DATETIME(6) NULL,
    it_system_id BIGINT NOT NULL,
    user_role_id BIGINT NOT NULL,
    system_role_id BIGINT NOT NULL,
    responsible_collection_id BIGINT NULL
  )`,
  `CREATE TABLE historic_it_system_assignment_constraint (
    ${id},
    historic_it_system_assignment_id BIGINT NOT NULL,
    constraint_name VARCHAR(255) NULL,
    constraint_value_type VARCHAR(64) NULL,
    constraint_value TEXT NULL,
    FOREIGN KEY (historic_it_system_assignment_id) REFERENCES historic_it_system_assignment (id) ON DELETE CASCADE
  )`,
];
