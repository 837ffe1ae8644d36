export interface NamedArea {
  name: string;
  ancestors: readonly { name: string; level: string }[];
}

/** The names of an area from the county down; one that the next begins with is left out, as people do. */
export function placeNames({ name, ancestors }: NamedArea): string[] {
  const names = [...ancestors.filter(({ level }) => level !== 'city').map((one) => one.name), name];
  return names.filter((one, index) => !names[index + 1]?.startsWith(one));
}
