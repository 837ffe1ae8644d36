import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const County = z.object({
  areas: z.array(z.object({ code: z.string(), name: z.string(), aliases: z.array(z.string()).default([]) })),
});

/** The demonstration county's areas. */
export async function loadDemo(manager: EntityManager, county: unknown): Promise<void> {
  const { areas } = County.parse(county);
  for (const area of areas) {
    await manager.query(
      `insert into area (code, parent_code, name, aliases)
       values ($1, (select code from area where code = any($2) order by length(code) desc limit 1), $3, $4)
       on conflict (code) do nothing`,
      [area.code, [4, 6, 9, 12].filter((n) => n < area.code.length).map((n) => area.code.slice(0, n)), area.name, area.aliases],
    );
  }
}
