import { installSystemPackages } from './system-packages.mjs';
import { installWorkspacePackages } from './workspace-packages.mjs';

/**
 * Installs what is missing for a command. Returns how many steps it took: 0, without touching the network, when all is there.
 * @param {readonly import('./system-packages.mjs').SystemPackage[]} systemPackages
 */
export const setUp = async (systemPackages) => {
  // System packages first: who may not install them learns it at once and not after the long download.
  const system = await installSystemPackages(systemPackages);
  return system + (await installWorkspacePackages());
};
