import type { AddressInfo } from 'node:net';
import { Injectable, Module } from '@nestjs/common';
import { Field, ObjectType, Query, Resolver, Subscription } from '@nestjs/graphql';
import { testIssuer, type TestIssuer } from '@yiwang/testing/keycloak';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Allow, AuthModule, CurrentCaller, type Caller } from '../auth/index.js';
import { createLogger } from '../logging/index.js';
import { createService } from '../service/index.js';
import { SubgraphModule } from './index.js';

@ObjectType()
class Greeting {
  @Field()
  text: string;
}

@Injectable()
@Resolver()
class GreetingResolver {
  @Query(() => String)
  @Allow('gridMember')
  nothing(): string {
    return 'nothing';
  }

  @Subscription(() => Greeting, { resolve: (value: unknown) => value })
  @Allow('gridMember')
  async *greetings(@CurrentCaller() caller: Caller): AsyncGenerator<Greeting> {
    yield { text: `hello ${caller.username}` };
  }
}

@Module({})
class GreetingModule {}

describe('a subscription to a subgraph', () => {
  let issuer: TestIssuer;
  let app: Awaited<ReturnType<typeof createService>>;
  let url: string;

  beforeAll(async () => {
    issuer = await testIssuer();
    const logger = createLogger('greetings', 'silent');
    const auth = AuthModule.forService({
      KEYCLOAK_URL: issuer.url,
      KEYCLOAK_REALM: issuer.realm,
      KEYCLOAK_AUDIENCE: issuer.audience,
      IDENTITY_URL: 'http://127.0.0.1:9/graphql',
    });
    app = await createService(
      { module: GreetingModule, imports: [auth, SubgraphModule.forService(logger)], providers: [GreetingResolver] },
      logger,
    );
    await app.listen(0, '127.0.0.1');
    url = `ws://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/graphql`;
  });
  afterAll(async () => {
    await app.close();
    await issuer.close();
  });

  /** Subscribes as the gateway does: with the caller's headers on the upgrade. */
  async function first(headers: Record<string, string>): Promise<unknown> {
    class WithHeaders extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols, { headers });
      }
    }
    const client = createClient({ url, webSocketImpl: WithHeaders, retryAttempts: 0 });
    try {
      for await (const answer of client.iterate({ query: 'subscription { greetings { text } }' })) return answer;
      return undefined;
    } catch (error) {
      return { errors: error };
    } finally {
      await client.dispose();
    }
  }

  it('knows its caller by the headers of the connection', async () => {
    const token = await issuer.token({ roles: ['gridMember'], username: 'li' });
    expect(await first({ authorization: `Bearer ${token}` })).toMatchObject({ data: { greetings: { text: 'hello li' } } });
  });

  it.each([
    ['nobody', async () => ({}), 'UNAUTHENTICATED'],
    ['a forged token', async () => ({ authorization: `Bearer ${await issuer.token({ roles: ['gridMember'], foreignKey: true })}` }), 'UNAUTHENTICATED'],
    ['another role', async () => ({ authorization: `Bearer ${await issuer.token({ roles: ['resident'] })}` }), 'FORBIDDEN'],
  ])('refuses %s', async (_, headers, code) => {
    expect(await first(await headers())).toMatchObject({ errors: [{ extensions: { code } }] });
  });
});
