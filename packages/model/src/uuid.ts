/** A uuid in its one spelling here: lower case, 8-4-4-4-12. OS2sync compares some uuids by letter, so only this form may leave us. */
export type Uuid = string & { readonly __brand: 'Uuid' };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The uuid in `text` (blanks around it and upper case are forgiven), or null when it is none. */
export const parseUuid = (text: string): Uuid | null => {
  const candidate = text.trim().toLowerCase();
  return isUuid(candidate) ? candidate : null;
};

/** Whether `text` already is a uuid in our spelling. */
export const isUuid = (text: string): text is Uuid => UUID.test(text);
