/** Where the calls go. */
export interface CallAddresses {
  gateway: string;
  keycloak: string;
}

export interface FirstCall {
  title: string;
  commands: string;
}

const shellToken = (keycloak: string, fields: string): string =>
  `$(curl -s ${keycloak}/realms/yiwang/protocol/openid-connect/token ${fields} | node -pe 'JSON.parse(fs.readFileSync(0)).access_token')`;

const call = (gateway: string, token: string, query: string): string =>
  `curl -s ${gateway}/graphql -H "authorization: Bearer $${token}" -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;

/** The first three calls to try, to be pasted into a shell as they are. The README has the same; the journey runs those. */
export function firstCalls({ gateway, keycloak }: CallAddresses): FirstCall[] {
  const hotline = shellToken(
    keycloak,
    '-d grant_type=client_credentials -d client_id=hotline-12345 -d client_secret=demo-only-hotline-12345',
  );
  const member = shellToken(
    keycloak,
    '-d grant_type=password -d client_id=yiwang-web -d username=grid-li -d password=demo-only',
  );
  const start =
    'mutation { startCase(input: {idempotencyKey: "first-call-1", kind: request, channel: hotline, ' +
    'areaCode: "990121101201001", text: "北门社区1号楼前的路灯不亮，晚上出行不便。"}) ' +
    '{ case { number stage } pickupCode replayed } }';
  return [
    {
      title: 'The 12345 hotline starts a case',
      commands: [`HOTLINE=${hotline}`, call(gateway, 'HOTLINE', start)].join('\n'),
    },
    {
      title: "The grid member 李春禾 looks at her tasks (then claimTask, completeTask with a task's id)",
      commands: [
        `MEMBER=${member}`,
        // The relay starts the workflow a moment after the case is recorded.
        'sleep 2',
        call(gateway, 'MEMBER', '{ myTasks { id kind state dueAt case { number text } } }'),
      ].join('\n'),
    },
    {
      title: 'The hotline follows its cases',
      commands: call(
        gateway,
        'HOTLINE',
        '{ caseChanges(first: 10) { entries { caseNumber type at text } cursor hasMore } }',
      ),
    },
  ];
}
