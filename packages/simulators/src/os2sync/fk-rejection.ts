/** FK Organisation refuses an operation for good; OS2sync files it in its failure table. */
export class FkRejection extends Error {
  override readonly name = 'FkRejection';
}

/** The text OS2sync builds from a status code of FK. */
export const fkRejection = (service: string, code: number, message: string): FkRejection =>
  new FkRejection(`Service '${service}' returned (${code}) with message: ${message}`);
