import type { PersonalData } from '@yiwang/platform/personal-data';
import type { EntityManager } from 'typeorm';

/** Whose key seals a person's or a resident's fields, and where each lies. */
export const places = {
  personPhone: (id: string) => ({ subject: `person:${id}`, place: { field: 'person.phone', row: id } }),
  residentName: (id: string) => ({ subject: `resident:${id}`, place: { field: 'resident.name', row: id } }),
  residentPhone: (id: string) => ({ subject: `resident:${id}`, place: { field: 'resident.phone', row: id } }),
};

type Where = ReturnType<(typeof places)[keyof typeof places]>;

export const sealAt = (personal: PersonalData, { subject, place }: Where, text: string | null): Promise<Buffer | null> =>
  personal.seal(text, subject, place);

/** The text, or null where there is none or its key was destroyed. */
export const openAt = async (personal: PersonalData, { place }: Where, sealed: Buffer | null): Promise<string | null> =>
  (await personal.open(sealed, place)).text;

interface PlainRow {
  id: string;
  name: string | null;
  phone: string | null;
}

/** Seals what stands in plain text, such as from before there were keys or from a bulk load. May be repeated. */
export async function sealPlain(manager: EntityManager, personal: PersonalData): Promise<void> {
  const people = await manager.query<PlainRow[]>(`select id, null as name, phone from person where phone is not null`);
  for (const { id, phone } of people) {
    await manager.query(`update person set phone_sealed = $2, phone = null where id = $1`, [
      id,
      await sealAt(personal, places.personPhone(id), phone),
    ]);
  }
  const residents = await manager.query<PlainRow[]>(
    `select id, name, phone from resident where name is not null or phone is not null`,
  );
  for (const { id, name, phone } of residents) {
    await manager.query(
      `update resident set name_sealed = $2, phone_sealed = $3, phone_index = $4, name = null, phone = null where id = $1`,
      [
        id,
        await sealAt(personal, places.residentName(id), name),
        await sealAt(personal, places.residentPhone(id), phone),
        phone === null ? null : personal.index.ofPhone(phone),
      ],
    );
  }
}
