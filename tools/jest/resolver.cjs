const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const shims = path.join(os.tmpdir(), `yiwang-jest-shims-${process.getuid?.() ?? 0}`);
fs.mkdirSync(shims, { recursive: true });
const typeOfFolder = new Map();

function isEsModule(file) {
  if (file.endsWith('.mjs')) return true;
  if (!file.endsWith('.js')) return false;
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (typeOfFolder.has(folder)) return typeOfFolder.get(folder);
    const manifest = path.join(folder, 'package.json');
    if (fs.existsSync(manifest)) {
      const esm = JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module';
      typeOfFolder.set(folder, esm);
      return esm;
    }
    if (path.dirname(folder) === folder) return false;
  }
}

/** CommonJS callers of ES-module-only packages are handed a one-line shim (see environment.cjs). */
module.exports = (request, options) => {
  const resolved = options.defaultResolver(request, options);
  if (!path.isAbsolute(resolved) || !resolved.includes(`${path.sep}node_modules${path.sep}`)) return resolved;
  const conditions = options.conditions ?? [];
  if (conditions.includes('import') || !conditions.includes('require') || !isEsModule(resolved)) return resolved;
  const shim = path.join(shims, `${Buffer.from(resolved).toString('base64url').slice(-120)}.cjs`);
  if (!fs.existsSync(shim)) fs.writeFileSync(shim, `module.exports = globalThis.__nodeRequire(${JSON.stringify(resolved)});\n`);
  return shim;
};
