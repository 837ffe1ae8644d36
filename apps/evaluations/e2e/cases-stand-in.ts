import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface KnownCase {
  stage: string;
  round: number;
  pickupCode: string;
  /** Subjects that may see it and rate it. */
  seenBy: string[];
  reason: string | null;
  /** The token of the link that came with its answer. */
  link?: string;
}

interface Question {
  query: string;
  variables: { caseNumber: string; pickupCode: string | null; link?: string; representations: { number: string }[] };
}

/** Answers what the cases service would about seeing and rating a case, from what a test has put into `cases`. */
export async function casesStandIn() {
  const cases = new Map<string, KnownCase>();
  const asked: string[] = [];
  const refusal = (code: string) => ({ data: null, errors: [{ message: code, extensions: { code } }] });

  function answer({ query, variables }: Question, subject: string | undefined): object {
    if (query.includes('ratingAccess')) {
      asked.push('ratingAccess');
      const { caseNumber, pickupCode, link } = variables;
      const known = cases.get(caseNumber);
      if (link !== undefined && known?.link !== link) return refusal('RATING_LINK_WRONG');
      if (!known) return refusal('CASE_NOT_FOUND');
      if (link === undefined && subject === undefined && pickupCode !== known.pickupCode) return refusal('PICKUP_CODE_WRONG');
      if (link === undefined && subject !== undefined && !known.seenBy.includes(subject)) return refusal('FORBIDDEN');
      const { stage, round, reason } = known;
      const ratingAccess = {
        caseNumber,
        countyCode: caseNumber.slice(0, 6),
        stage,
        round,
        mayRate: reason === null,
        reason,
      };
      return { data: { ratingAccess } };
    }
    asked.push('_entities');
    const isSeen = (number: string): boolean =>
      subject !== undefined && cases.get(number)?.seenBy.includes(subject) === true;
    return { data: { _entities: variables.representations.map(({ number }) => (isSeen(number) ? { number } : null)) } };
  }

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const payload = request.headers.authorization?.split('.')[1];
      const subject = payload && (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string }).sub;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer(JSON.parse(body) as Question, subject)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    cases,
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
