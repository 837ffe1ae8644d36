import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KEYCLOAK, ask, eventually, must, personToken } from './surroundings.js';

/** By hand, as Keycloak's own administrator. */
async function byHand(path: string, method = 'GET', body?: object): Promise<Response> {
  const file = join(process.env['YIWANG_JOURNEY_DATA'] ?? '', 'secrets.json');
  const { keycloakAdmin } = JSON.parse(await readFile(file, 'utf8')) as { keycloakAdmin: string };
  const answer = await fetch(`${KEYCLOAK}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', username: 'admin', password: keycloakAdmin }),
  });
  const { access_token } = (await answer.json()) as { access_token: string };
  return fetch(`${KEYCLOAK}/admin/realms/yiwang/${path}`, {
    method,
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

const signIn = async (username: string, password: string): Promise<string | undefined> => {
  const answer = await fetch(`${KEYCLOAK}/realms/yiwang/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'yiwang-web', username, password }),
  });
  return ((await answer.json()) as { access_token?: string }).access_token;
};

describe('somebody new', () => {
  it('signs in within seconds, works, and is shut out within seconds: by us, and by whoever disables them in Keycloak', async () => {
    const admin = await personToken('admin');
    const username = `try-${randomBytes(5).toString('hex')}`;
    const made = await must<{ createPerson: { id: string } }>(
      'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { id } }',
      admin,
      { input: { username, name: '新来的网格员' } },
    );
    const { id } = made.createPerson;
    await must('mutation ($input: AppointPositionInput!) { appointPosition(input: $input) { id } }', admin, {
      input: { personId: id, role: 'gridMember', areaCode: '990121101201001' },
    });
    await must('mutation ($id: ID!) { issuePassword(id: $id) }', admin, { id });
    // The first password has to be changed in a browser; here Keycloak's administrator sets one that stays.
    const credential = { type: 'password', value: 'kept-for-a-while', temporary: false };
    await byHand(`users/${id}/reset-password`, 'PUT', credential);
    await byHand(`users/${id}`, 'PUT', { requiredActions: [] });
    const token = await eventually(() => signIn(username, credential.value), 'the first sign-in');

    const mine = '{ myPositions { role areaCode } }';
    expect(await must(mine, token)).toEqual({ myPositions: [{ role: 'gridMember', areaCode: '990121101201001' }] });

    await must('mutation ($id: ID!) { suspendPerson(id: $id, reason: "调查") { state } }', admin, { id });
    await eventually(async () => {
      const { errors } = await ask('{ cases { number } }', { as: token });
      return errors?.[0]?.extensions.code === 'ACCOUNT_SUSPENDED' || undefined;
    }, 'the refusal of a token still good');
    await eventually(async () => (await signIn(username, credential.value)) === undefined || undefined, 'the refusal of a sign-in');

    await must('mutation ($id: ID!) { resumePerson(id: $id) { state } }', admin, { id });
    await eventually(() => signIn(username, credential.value), 'signing in again');
    await byHand(`users/${id}`, 'PUT', { enabled: false });
    await eventually(async () => {
      const { person } = await must<{ person: { state: string } }>(`query ($id: ID!) { person(id: $id) { state } }`, admin, { id });
      return person.state === 'suspended' || undefined;
    }, 'the suspension of whoever was disabled in Keycloak');
  }, 120_000);
});
