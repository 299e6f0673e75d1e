import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { quietly, step, StepFailed } from './step.mjs';

/**
 * The system packages a command may ask for: the program that shows it is there, Debian's package, its service (which we do not
 * want running: demo and tests start their own), and what a person on another system is told.
 */
/** @typedef {keyof typeof systemPackages} SystemPackage */
const systemPackages = {
  redis: {
    title: 'Redis',
    program: 'redis-server',
    apt: 'redis-server',
    service: 'redis-server',
    elsewhere: 'Redis ≥ 6.2 (macOS: brew install redis)',
  },
  mariadb: {
    title: 'MariaDB',
    program: 'mariadbd',
    apt: 'mariadb-server',
    service: 'mariadb',
    elsewhere: 'MariaDB ≥ 10.6 (macOS: brew install mariadb)',
  },
};

// /usr/sbin and /usr/local/sbin are not on the PATH of a Debian user who is not root.
const usualPlaces = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin'];

/**
 * Installs the named system packages that are not there, with apt-get as root or through sudo. Returns the number of steps taken.
 * @param {readonly SystemPackage[]} names
 */
export const installSystemPackages = async (names) => {
  const missing = names.map((name) => systemPackages[name]).filter(({ program }) => !isInstalled(program));
  if (missing.length === 0) return 0;
  const packages = missing.map(({ apt }) => apt).join(' ');
  const install = /** @type {const} */ (['sh', '-euc', script, 'install', packages, missing.map(({ service }) => service).join(' ')]);
  const command = asRoot(missing, install);
  await step(`${missing.map(({ title }) => title).join(', ')} (apt-get install ${packages})`, () =>
    quietly(command, {
      hint: `The system's packages could not be installed. Install them yourself and run the command again: ${byHand(missing)}`,
    }),
  );
  const absent = missing.find(({ program }) => !isInstalled(program));
  if (absent !== undefined)
    throw new StepFailed(`apt-get installed ${absent.apt}, but there is no ${absent.program} on PATH or in ${usualPlaces.join(', ')}`);
  return 1;
};

/**
 * $1: packages, $2: their services. policy-rc.d is Debian's way to say "install, but start nothing"; a machine's own is left
 * alone. An update that fails for one foreign source must not stop an install from Debian's own.
 */
const script = `
export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\\nexit 101\\n' >"$policy"; chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
  trap 'exit 1' HUP INT TERM
  ours=yes
fi
apt-get -o DPkg::Lock::Timeout=120 update || echo "apt-get update failed; trying with the package lists as they are" >&2
apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends $1
if [ "\${ours:-}" = yes ] && [ -d /run/systemd/system ]; then systemctl disable --quiet $2 || true; fi
`;

/** @typedef {typeof systemPackages[SystemPackage]} Missing */

/**
 * @param {readonly Missing[]} missing
 * @param {readonly [string, ...string[]]} command
 * @returns {readonly [string, ...string[]]}
 */
const asRoot = (missing, command) => {
  if (!isInstalled('apt-get'))
    throw new StepFailed(
      `Missing on this machine: ${byHand(missing)}. Install it with your system's package manager and run the command again.`,
    );
  if (process.getuid?.() === 0) return command;
  if (!isInstalled('sudo')) {
    throw new StepFailed(
      `Missing on this machine: ${byHand(missing)}. You are not root and there is no sudo: let an administrator run "apt-get install ${missing.map(({ apt }) => apt).join(' ')}".`,
    );
  }
  // Without a keyboard sudo must not wait for a password that nobody can type.
  return process.stdin.isTTY ? ['sudo', ...command] : ['sudo', '-n', ...command];
};

/** @param {readonly Missing[]} missing */
const byHand = (missing) => missing.map(({ elsewhere }) => elsewhere).join(', ');

/** @param {string} program */
const isInstalled = (program) =>
  [...(process.env['PATH'] ?? '').split(delimiter), ...usualPlaces].some((folder) => {
    try {
      accessSync(join(folder || '.', program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
