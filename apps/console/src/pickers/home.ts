import { countyOf } from '@yiwang/domain/areas';
import type { Client } from 'urql';
import { graphql } from '../graph/generated/index.js';

const HOME = graphql(`query Home { myPositions { areaCode } }`);

const homes = new WeakMap<Client, Promise<string | undefined>>();

/** The county that the caller works in, a city's own code for the people of a city. Asked once. */
export function homeOf(client: Client): Promise<string | undefined> {
  const known = homes.get(client);
  if (known !== undefined) return known;
  const asked = askHome(client);
  homes.set(client, asked);
  asked.catch(() => homes.delete(client));
  return asked;
}

async function askHome(client: Client): Promise<string | undefined> {
  const { data, error } = await client.query(HOME, {}).toPromise();
  if (!data) throw error ?? new Error('no answer');
  const [first] = data.myPositions;
  return first === undefined ? undefined : (countyOf(first.areaCode) ?? first.areaCode);
}
