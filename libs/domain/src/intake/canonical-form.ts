/**
 * The one text for all inputs that mean the same: keys sorted, what is null or left out dropped, order of lists kept.
 * "Same key, same content" compares this text or its hash. Takes plain JSON; a Date counts as its ISO text.
 */
export function canonicalForm(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map((item) => canonicalForm(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined && field !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalForm(field)}`);
  return `{${fields.join(',')}}`;
}
