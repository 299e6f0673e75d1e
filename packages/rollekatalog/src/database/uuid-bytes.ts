import { parseUuid, type Uuid } from '@os2bridge/model';

/** A uuid as the Kitos tables hold it: BINARY(16) in the order it is written (facts/rollekatalog.md §2). */
export const bytesOfUuid = (uuid: Uuid): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

/** The uuid of sixteen bytes. Throws RangeError for anything else: another length means another table than we think. */
export const uuidOfBytes = (bytes: Uint8Array): Uuid => {
  const hex = Buffer.from(bytes).toString('hex');
  const uuid = parseUuid([hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'));
  if (uuid === null) throw new RangeError(`A Kitos uuid in OS2rollekatalog has ${bytes.length} bytes instead of 16`);
  return uuid;
};
