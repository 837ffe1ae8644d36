import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

export interface SubgraphSdl {
  name: string;
  sdl: string;
}

/**
 * Composes the supergraph. The addresses in it are placeholders: the gateway takes the real ones from its settings.
 * @throws with every reason why the schemas do not fit together.
 */
export function compose(subgraphs: SubgraphSdl[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: `http://${name}.subgraph/graphql`, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl) return `${supergraphSdl.trim()}\n`;
  throw new Error(['The schemas do not compose:', ...(errors ?? []).map(({ message }) => `- ${message}`)].join('\n'));
}
