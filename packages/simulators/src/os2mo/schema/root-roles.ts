/** Roles of root fields that are no collections (facts/os2mo.md §2). `x_refresh` needs `refresh_x`, see `rootRole`. */
const roles: Readonly<Record<string, string>> = {
  org: 'read_org',
  event_fetch: 'fetch_event',
  events: 'read_event',
  event_listeners: 'read_event_listener',
  event_namespaces: 'read_event_namespace',
  ituser_create: 'create_ituser',
  itusers_create: 'create_ituser',
  ituser_update: 'update_ituser',
  ituser_terminate: 'terminate_ituser',
  address_create: 'create_address',
  addresses_create: 'create_address',
  employee_terminate: 'terminate_employee',
  org_unit_update: 'update_org_unit',
  event_namespace_declare: 'create_event_namespace',
  event_namespace_delete: 'delete_event_namespace',
  event_listener_declare: 'create_event_listener',
  event_listener_delete: 'delete_event_listener',
  event_acknowledge: 'acknowledge_event',
  event_send: 'send_event',
  event_silence: 'silence_event',
  event_unsilence: 'unsilence_event',
  event_rerun: 'rerun_event',
};

/** The role a root field needs, undefined = none of its own. */
export const rootRole = (field: string): string | undefined =>
  roles[field] ?? (field.endsWith('_refresh') ? `refresh_${field.slice(0, -'_refresh'.length)}` : undefined);
