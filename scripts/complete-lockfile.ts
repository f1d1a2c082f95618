import { readFileSync, writeFileSync } from 'node:fs';

/*
 * npm leaves optional packages of other platforms out of package-lock.json when it cannot see them (or finds them in
 * neither node_modules nor the registry's copy), and then `npm ci` refuses the lockfile. This names each of them with the exact
 * version that its parent asks for: `tsx scripts/complete-lockfile.ts`, after any change of packages.
 */
interface LockedPackage {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

export interface Lockfile {
  packages: Record<string, LockedPackage>;
}

/** Where a package's dependency would be found, looking outwards as Node does, or null. */
function placeOf(packages: Lockfile['packages'], from: string, name: string): string | null {
  for (let at = from; ; ) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (at === '') return null;
    const outer = at.lastIndexOf('/node_modules/');
    at = outer < 0 ? '' : at.slice(0, outer);
  }
}

/** The optional packages of exact versions that the lockfile does not name: place → version and parent. */
export function missingOptional({
  packages,
}: Lockfile): Map<string, { version: string; parent: LockedPackage }> {
  const missing = new Map<string, { version: string; parent: LockedPackage }>();
  for (const [key, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const exact = /^\d/.test(version);
      if (exact && !placeOf(packages, key, name)) missing.set(`node_modules/${name}`, { version, parent });
    }
  }
  return missing;
}

/** The platform a package is for, read off its name as its publishers build it. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const [cpu] = /\b(x64|arm64|arm|ia32|ppc64|riscv64|s390x|loong64|mips64el|wasm32)\b/.exec(name) ?? [];
  const [os] =
    /(darwin|win32|windows|linux|android|freebsd|openbsd|netbsd|sunos|aix|openharmony)/.exec(name) ?? [];
  const libc = name.includes('musl') ? 'musl' : name.includes('gnu') ? 'glibc' : null;
  return {
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(os ? { os: [os === 'windows' ? 'win32' : os] } : {}),
    ...(libc ? { libc: [libc] } : {}),
  };
}

function complete(lockfile: Lockfile): Lockfile {
  const packages = { ...lockfile.packages };
  for (const [place, { version, parent }] of missingOptional(lockfile)) {
    packages[place] = { version, ...(parent.dev ? { dev: true } : {}), optional: true, ...platformOf(place) };
  }
  const sorted = Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')); // npm's own order
  return { ...lockfile, packages: Object.fromEntries(sorted) };
}

if (import.meta.filename === process.argv[1]) {
  const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;
  writeFileSync('package-lock.json', `${JSON.stringify(complete(lockfile), null, 2)}\n`);
  console.log(`${missingOptional(lockfile).size} optional packages were added to package-lock.json.`);
}
