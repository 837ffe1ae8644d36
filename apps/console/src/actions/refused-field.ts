type Name = readonly (string | number)[];

/** Fields that forms ask for under another name than the service knows. */
const ASKED_AS: Readonly<Record<string, string>> = { by: 'amount', roles: 'role', subjects: 'subject' };

const partsOf = (field: string): (string | number)[] =>
  field
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : (ASKED_AS[part] ?? part)));

const begins = (name: Name, path: Name): boolean => name.every((part, at) => part === path[at]);

/**
 * The field of a form that a refusal such as `parts[1].unitCode` is about: that one, the nearest around it, or the first
 * inside it. None where the form asks for nothing of the kind.
 */
export function refusedField(field: string, asked: readonly Name[]): Name | undefined {
  const path = partsOf(field);
  const around = asked.filter((name) => begins(name, path)).sort((a, b) => b.length - a.length)[0];
  return around ?? asked.find((name) => begins(path, name));
}
