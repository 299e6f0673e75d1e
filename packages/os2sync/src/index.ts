export * from './os2sync-client.ts';
export { createOs2syncClient, type Os2syncClientOptions } from './create-os2sync-client.ts';
export { Os2syncError, type Subject as Os2syncSubject } from './os2sync-error.ts';
export { OS2SYNC_LIMITS } from './limits.ts';
