import { randomUUID } from 'node:crypto';
import { MailboxAdapter, NotificationSender } from '@yiwang/platform/notification';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { DataSource } from 'typeorm';
import { RatingLinks } from '../src/notices/rating-links.js';
import { ownSchema } from '../src/schema.js';
import { ATTACHMENT_HOST, casesStand, COUNTY, GRID, type Stand } from './stand.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } } }`;
const ACCESS = `query ($n: ID!, $link: String) { ratingAccess(caseNumber: $n, link: $link) { stage round mayRate reason } }`;
const MAILBOX = `{ mailbox(first: 10) { type body caseNumber } }`;

describe('the link that comes with the notice of an answer', () => {
  let cases: Stand;
  beforeAll(async () => void (cases = await casesStand()), 120_000);
  afterAll(() => cases?.close());

  const resident = () => ({ subject: randomUUID(), roles: ['resident' as const] });
  /** An answered case, and what became of the notice of its answer. */
  async function answered(as: TokenWishes = resident(), round = 1): Promise<{ number: string; body: string; token: string }> {
    const input = { idempotencyKey: randomUUID(), areaCode: GRID, text: '路灯不亮' };
    const { data } = await cases.ask<{ startCase: { case: { number: string } } }>(START, { input }, as);
    const { number } = data!.startCase.case;
    await cases.sql(`update case_file set stage = 'evaluating', round = $2, resolved_at = now() where number = $1`, [number, round]);
    const source = cases.app.get(DataSource, { strict: false });
    const { schema } = ownSchema;
    const { addTo } = cases.app.get(RatingLinks, { strict: false });
    const sender = new NotificationSender(source, { schema, adapter: new MailboxAdapter(source.manager, schema), addTo });
    const notice = { dedupeKey: randomUUID(), type: 'caseAnswered', to: { kind: 'reporter' }, caseNumber: number, data: { caseNumber: number, round } };
    await cases.sql(
      `insert into notification (dedupe_key, type, recipient, case_number, data) values ($1, $2, $3, $4, $5)`,
      [notice.dedupeKey, notice.type, JSON.stringify(notice.to), number, JSON.stringify(notice.data)],
    );
    while ((await sender.sendOnce()) > 0);
    const [sent] = await cases.sql<{ body: string }>('select body from mailbox where case_number = $1', [number]);
    return { number, body: sent!.body, token: sent!.body.split('#')[1] ?? '' };
  }
  const access = async (n: string, link: string, as?: TokenWishes) => {
    const { data, errors } = await cases.ask<{ ratingAccess: object }>(ACCESS, { n, link }, as);
    return data?.ratingAccess ?? errors?.[0]?.extensions.code;
  };

  it('leads to the residents’ pages, lets its holder rate without a code, and is kept in no outbox', async () => {
    const { number, body, token } = await answered();
    expect(body).toContain(`${ATTACHMENT_HOST}/t/rate#${number}.1.`);
    expect(await access(number, token)).toEqual({ stage: 'evaluating', round: 1, mayRate: true, reason: null });
    const [kept] = await cases.sql<{ row: string }>('select n::text as row from notification n where case_number = $1', [number]);
    expect(kept!.row).not.toContain(token);
  });

  it('is refused for another case or round, and changed', async () => {
    const [one, other] = [await answered(), await answered()];
    expect(await access(other.number, one.token)).toBe('RATING_LINK_WRONG');
    expect(await access(other.number, one.token.replace(one.number, other.number))).toBe('RATING_LINK_WRONG');
    expect(await access(one.number, one.token.replace('.1.', '.2.'))).toBe('RATING_LINK_WRONG');
    expect(await access('990121-20260101-999999', 'x')).toBe('RATING_LINK_WRONG');
  });

  it('ends with the round that it came from, and with the rating window', async () => {
    const { number, token } = await answered();
    await cases.sql(`update case_file set round = 2 where number = $1`, [number]);
    expect(await access(number, token)).toMatchObject({ mayRate: false, reason: 'LINK_EXPIRED' });
    await cases.sql(`update case_file set round = 1, stage = 'closed', closed_at = now(), closed_as = 'notRated' where number = $1`, [number]);
    expect(await access(number, token)).toMatchObject({ mayRate: false, reason: 'LINK_EXPIRED' });
    await cases.sql(`update case_file set closed_as = 'rated' where number = $1`, [number]);
    expect(await access(number, token)).toMatchObject({ mayRate: false, reason: 'CASE_CLOSED' });
  });

  it('does not let whoever handled the case rate it', async () => {
    const { number, token } = await answered();
    const member = cases.staff(randomUUID(), 'gridMember', GRID);
    await cases.sql(`update case_file set handler_subject = $2 where number = $1`, [number, member.subject]);
    expect(await access(number, token, member)).toMatchObject({ mayRate: false, reason: 'HANDLER_MAY_NOT_RATE' });
  });

  it('shows in the mailbox of its resident, and covered in that of an administrator', async () => {
    const liu = resident();
    const { number, token } = await answered(liu);
    const bodyFor = async (as: TokenWishes) => {
      const { data } = await cases.ask<{ mailbox: { body: string; caseNumber: string }[] }>(MAILBOX, {}, as);
      return data!.mailbox.find(({ caseNumber }) => caseNumber === number)!.body;
    };
    expect(await bodyFor(liu)).toContain(`#${token}`);
    const covered = await bodyFor(cases.staff(randomUUID(), 'administrator', COUNTY, 'administrator'));
    expect(covered).toContain('/t/rate#…');
    expect(covered).not.toContain(token.split('.')[2]);
  });
});
