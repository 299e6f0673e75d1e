-- The bridge's login in OS2rollekatalog's MariaDB, with no more rights than it uses, and its own small database beside it.
-- Run once as an administrator:  mariadb -u root -p < rollekatalog-grants.sql
-- Adapt before: the password, the host the bridge comes from ('%' = any), and the name of Rollekatalog's database where it is not `rollekatalog`.
-- It can be run again. Why these rights: docs/adr/0010-writing-rollekatalogs-tables.md

CREATE USER IF NOT EXISTS 'os2bridge'@'%' IDENTIFIED BY 'change-me';

-- Its own database: which change of a usage was applied last, and the row that keeps two workers from one system.
CREATE DATABASE IF NOT EXISTS os2bridge;
CREATE TABLE IF NOT EXISTS os2bridge.kitos_seen (
  uuid BINARY(16) NOT NULL PRIMARY KEY COMMENT 'of a Kitos usage or system, or what stands for the name of a setting',
  last_modified CHAR(28) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'newest applied, UTC, 100 ns',
  deleted TINYINT(1) NOT NULL DEFAULT 0
) ENGINE = InnoDB;
GRANT SELECT, INSERT, UPDATE ON os2bridge.kitos_seen TO 'os2bridge'@'%';

-- Read only, and of people no more than what is matched: no CPR, no phone.
GRANT SELECT (uuid, ext_uuid, name, email, deleted, disabled, domain_id) ON rollekatalog.users TO 'os2bridge'@'%';
GRANT SELECT (id, name) ON rollekatalog.domains TO 'os2bridge'@'%';
GRANT SELECT (id, role_assignment_attestation_by_attestation_responsible) ON rollekatalog.user_roles TO 'os2bridge'@'%';

-- IT systems: nothing but the link to Kitos can be changed.
GRANT SELECT (id, name, deleted, hidden, kitos_it_system_id), UPDATE (kitos_it_system_id) ON rollekatalog.it_systems TO 'os2bridge'@'%';

-- What the integration maintains.
GRANT SELECT, INSERT, UPDATE, DELETE ON rollekatalog.kitos_it_system TO 'os2bridge'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON rollekatalog.kitos_it_system_user TO 'os2bridge'@'%';
GRANT SELECT, INSERT, DELETE ON rollekatalog.it_system_system_owner TO 'os2bridge'@'%';
GRANT SELECT, INSERT, DELETE ON rollekatalog.it_system_attestation_responsible TO 'os2bridge'@'%';
GRANT SELECT, INSERT ON rollekatalog.attestation_attestation_responsible_collection TO 'os2bridge'@'%';
GRANT SELECT, INSERT, DELETE ON rollekatalog.attestation_attestation_responsible_collection_uuids TO 'os2bridge'@'%';

-- Open assignments follow their system's responsibles. Attestations themselves: no right at all.
GRANT SELECT (id, it_system_id, user_role_id, valid_to, responsible_ou_uuid, responsible_ou_name, responsible_collection_id),
  UPDATE (responsible_ou_uuid, responsible_ou_name, responsible_collection_id) ON rollekatalog.historic_assignment TO 'os2bridge'@'%';
GRANT SELECT (id, it_system_id, role_id, valid_to, responsible_collection_id),
  UPDATE (responsible_collection_id) ON rollekatalog.historic_ou_assignment TO 'os2bridge'@'%';
GRANT SELECT (id, record_hash, valid_to, it_system_id, user_role_id, system_role_id, responsible_collection_id),
  UPDATE (record_hash, valid_to, responsible_collection_id) ON rollekatalog.historic_it_system_assignment TO 'os2bridge'@'%';
GRANT SELECT (id, historic_it_system_assignment_id, constraint_name, constraint_value_type, constraint_value)
  ON rollekatalog.historic_it_system_assignment_constraint TO 'os2bridge'@'%';

-- Watermarks, and a trace of what changed.
GRANT SELECT, INSERT, UPDATE ON rollekatalog.setting TO 'os2bridge'@'%';
GRANT INSERT ON rollekatalog.audit_log TO 'os2bridge'@'%';
